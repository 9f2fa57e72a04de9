import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import { accessLinks } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { env } from '@/lib/env';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import type { LinkPurpose } from '@/lib/shared/vocabulary';
import { hashToken, isToken, type LinkScope, linkAddress, linkSpecs, linkState, nextBurst } from './rules';

type Row = typeof accessLinks.$inferSelect;
export type IssuedLink = { id: string; url: string; fresh: boolean };

const live = and(isNull(accessLinks.closedAt), isNull(accessLinks.revokedAt));

/**
 * The valid link for this purpose and each subject, or a new one; what expired, was used up or was made with another secret is closed first.
 * A handful of statements whatever their number. The caller has checked that the subjects are the project's.
 */
export async function issueLinks(work: ProjectWork, purpose: LinkPurpose, subjectIds: readonly string[]): Promise<Map<string, IssuedLink>> {
  const issued = new Map<string, IssuedLink>();
  if (subjectIds.length === 0) return issued;
  // Two who ask at once get the same link.
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`links ${work.project.id}`}, 0))`);
  const known = await work.tx.select().from(accessLinks).where(and(eq(accessLinks.purpose, purpose), inArray(accessLinks.subjectId, [...subjectIds]), live)).orderBy(accessLinks.id).for('no key update');
  for (const link of known) {
    const { url, hash } = linkAddress(env(), purpose, link.id);
    if (hash === link.tokenHash && linkState(link, work.now) === 'valid') issued.set(link.subjectId, { id: link.id, url, fresh: false });
  }
  await close(work, known.filter((link) => !issued.has(link.subjectId)));
  const { days, maxUses } = linkSpecs[purpose];
  const common = { projectId: work.project.id, purpose, createdBy: work.actor?.id ?? null, createdAt: work.now, expiresAt: new Date(work.now.getTime() + days * 86_400_000), maxUses };
  const rows = [...new Set(subjectIds)].filter((subjectId) => !issued.has(subjectId)).map((subjectId) => {
    const id = newId();
    const { url, hash: tokenHash } = linkAddress(env(), purpose, id);
    issued.set(subjectId, { id, url, fresh: true });
    work.audit.add('access_links', id, {}, { purpose, subjectId, expiresAt: common.expiresAt });
    return { ...common, id, subjectId, tokenHash };
  });
  for (let start = 0; start < rows.length; start += 1000) await work.tx.insert(accessLinks).values(rows.slice(start, start + 1000));
  return issued;
}

/** The same for one subject. */
export async function issueLink(work: ProjectWork, { purpose, subjectId }: { purpose: LinkPurpose; subjectId: string }): Promise<IssuedLink> {
  return (await issueLinks(work, purpose, [subjectId])).get(subjectId) as IssuedLink;
}

async function close(work: ProjectWork, links: readonly Row[]): Promise<void> {
  if (links.length === 0) return;
  await work.tx.update(accessLinks).set({ closedAt: work.now }).where(inArray(accessLinks.id, links.map((link) => link.id)));
  for (const link of links) work.audit.add('access_links', link.id, { closedAt: null }, { closedAt: work.now });
}

/** Closes what is still open for these purposes on a subject, because what they asked for is settled. */
export async function closeLinks(work: ProjectWork, purposes: readonly LinkPurpose[], subjectId: string): Promise<void> {
  await close(work, await work.tx.select().from(accessLinks).where(and(inArray(accessLinks.purpose, [...purposes]), eq(accessLinks.subjectId, subjectId), live)).orderBy(accessLinks.id).for('no key update'));
}

/** Takes a link back: from now on it opens nothing. */
export async function revokeLink(work: ProjectWork, { linkId }: { linkId: string }): Promise<void> {
  const [link] = await work.tx.select().from(accessLinks).where(and(eq(accessLinks.id, linkId), eq(accessLinks.projectId, work.project.id))).for('no key update');
  if (!link) throw notFound();
  if (link.revokedAt) return;
  await work.tx.update(accessLinks).set({ revokedAt: work.now, revokedBy: work.actor?.id ?? null }).where(eq(accessLinks.id, link.id));
  work.audit.add('access_links', link.id, { revokedAt: null }, { revokedAt: work.now });
}

const refusals = { used: 'linkUsed', closed: 'linkClosed', expired: 'linkExpired', revoked: 'linkRevoked', unknown: 'linkUnknown' } as const;

/** The link behind a token, locked until the transaction ends. Refuses every link that is not valid for this very purpose now. */
export async function claimLink(tx: Transaction, token: unknown, purpose: LinkPurpose, now: Date): Promise<Row> {
  const [row] = isToken(token) ? await tx.select().from(accessLinks).where(and(eq(accessLinks.tokenHash, hashToken(token)), eq(accessLinks.purpose, purpose))).for('no key update') : [];
  const state = linkState(row ?? null, now);
  if (!row || state !== 'valid') throw new Refusal(refusals[state === 'valid' ? 'unknown' : state]);
  if (!nextBurst(row, now)) throw new Refusal('linkBusy');
  return row;
}

/** Counts one use. The trail says that the link was used, not by whom. */
export async function consumeLink(work: ProjectWork, link: Row): Promise<void> {
  const uses = link.uses + 1;
  await work.tx.update(accessLinks).set({ uses, usedAt: work.now, ...nextBurst(link, work.now) }).where(eq(accessLinks.id, link.id));
  work.audit.add('access_links', link.id, { uses: link.uses }, { uses });
}

export const scopeOf = ({ id, projectId, purpose, subjectId }: Row): LinkScope => ({ id, projectId, purpose, subjectId });
