import 'server-only';
import type { z } from 'zod';
import { writing } from '@/db/client';
import { audited, failureOf, fromForm, loadProject, type ProjectWork } from '@/lib/action';
import { claimLink, consumeLink, scopeOf } from '@/lib/links/mutations';
import type { LinkScope } from '@/lib/links/rules';
import { flattenZodIssues } from '@/lib/shared/issues';
import type { ActionResult } from '@/lib/shared/result';
import type { LinkPurpose } from '@/lib/shared/vocabulary';

/** What a mutation behind a link gets: no actor, and exactly one purpose on one subject of one project. */
export type LinkWork = ProjectWork & { actor: null; link: LinkScope };
type Spec<S extends z.ZodType, T> = {
  /** stands in the audit trail and in the access test */
  name: string;
  /** the one purpose whose links open this */
  purpose: LinkPurpose;
  /** beside `token` only what the visitor says: what it is about comes from the link */
  schema: S;
  run: (work: LinkWork, input: z.output<S>) => Promise<T>;
};
export type LinkActionSpec = Spec<z.ZodType, unknown>;

/** Every link action of the app by name: the access test walks this list. */
export const linkActionRegistry = new Map<string, LinkActionSpec>();

/** A write by somebody without an account: the token stands where the viewer stands in defineAction. Audited as 'link', one use of the link each. */
export function defineLinkAction<S extends z.ZodType<{ token: string }>, T>(spec: Spec<S, T>): (input: z.input<S> | FormData) => Promise<ActionResult<T>> {
  linkActionRegistry.set(spec.name, spec as unknown as LinkActionSpec);
  // The page is not drawn anew: behind a link that is used up, its form could not say thanks.
  return async (input) => (await runLinkAction(spec as unknown as LinkActionSpec, input instanceof FormData ? fromForm(input) : input)) as ActionResult<T>;
}

/** Runs a link action: is the link valid for this? is the input? → mutation → one use → audit, in one transaction; a refusal uses nothing up. */
export async function runLinkAction(spec: LinkActionSpec, input: unknown, now: Date = new Date()): Promise<ActionResult> {
  try {
    return await writing(async (tx) => {
      const link = await claimLink(tx, (input as { token?: unknown } | null)?.token, spec.purpose, now);
      const parsed = await spec.schema.safeParseAsync(input);
      if (!parsed.success) return { ok: false, reason: 'invalid', fieldErrors: flattenZodIssues(parsed.error) };
      const project = await loadProject(link.projectId, tx);
      const value = await audited(tx, { actor: null, actorLabel: 'link', action: spec.name, project, now }, async (work) => {
        const done = await spec.run({ ...(work as ProjectWork), actor: null, link: scopeOf(link) }, parsed.data);
        await consumeLink(work as ProjectWork, link);
        return done;
      });
      return { ok: true, value };
    });
  } catch (error) {
    return failureOf(error);
  }
}
