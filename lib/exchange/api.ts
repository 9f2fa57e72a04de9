import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { z } from 'zod';
import type { Permission } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { getViewer } from '@/lib/auth/viewer';
import { errorText } from '@/lib/i18n/error-text';
import { type ProjectView, viewerIn } from '@/lib/projects/queries';
import { flattenZodIssues } from '@/lib/shared/issues';
import type { MessageKey } from '@/lib/shared/result';

const headers = { 'Cache-Control': 'private, no-store' };
const failed = (status: number, body: object) => Response.json(body, { status, headers });

/** Answers of the read API (DESIGN §7): the same scope as the screens, JSON, numbers as numbers, null for no data. */
export const answer = (body: object): Response => Response.json(body, { headers });

/** 400: which parameters are wrong, as keys and as sentences in the language asked for. */
export async function malformed(fieldErrors: Record<string, MessageKey>): Promise<Response> {
  const t = await getTranslations('errors');
  const messages = Object.fromEntries(Object.entries(fieldErrors).map(([field, key]) => [field, errorText(t, key)]));
  return failed(400, { error: 'invalid', fieldErrors, messages });
}

/** Runs for the signed-in viewer; 401 when nobody is. */
export async function asViewer(run: (viewer: Viewer) => Promise<Response>): Promise<Response> {
  const viewer = await getViewer();
  return viewer ? run(viewer) : failed(401, { error: 'signedOut' });
}

/** Runs for the viewer and one project; 404 for what they may not see: it does not exist for them (DOMAIN §4). */
export async function inProject(slug: string, permission: Permission, run: (viewer: Viewer, project: ProjectView) => Promise<Response>): Promise<Response> {
  const { viewer, project } = await viewerIn(slug);
  if (!viewer) return failed(401, { error: 'signedOut' });
  return project?.may(permission) ? run(viewer, project) : failed(404, { error: 'notFound' });
}

/** The parameters of an address by a schema that knows them all; a repeated one is malformed like an unknown one. */
export function readParameters<S extends z.ZodType>(request: Request, schema: S): { ok: true; value: z.output<S> } | { ok: false; fieldErrors: Record<string, MessageKey> } {
  const given = new URL(request.url).searchParams;
  const repeated = [...given.keys()].filter((name, index, all) => all.indexOf(name) !== index);
  if (repeated.length > 0) return { ok: false, fieldErrors: Object.fromEntries(repeated.map((name) => [name.slice(0, 40), 'invalid'])) };
  const parsed = schema.safeParse(Object.fromEntries(given));
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, fieldErrors: flattenZodIssues(parsed.error) };
}
