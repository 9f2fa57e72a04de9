import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { database } from '@/db/client';
import { accessLinks } from '@/db/schema';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { env } from '@/lib/env';
import type { LinkPurpose } from '@/lib/shared/vocabulary';
import { hashToken, isToken, type LinkScope, type LinkState, linkAddress, linkState } from './rules';

export type OpenedLink = { state: LinkState; link: LinkScope | null };

/** The link behind a token for a page that serves these purposes; `link` only while it is valid. Reading uses nothing up: mail scanners follow links too. */
export async function openLink(token: string, purposes: readonly LinkPurpose[], now: Date = new Date()): Promise<OpenedLink> {
  const [row] = isToken(token) ? await database().select().from(accessLinks).where(and(eq(accessLinks.tokenHash, hashToken(token)), inArray(accessLinks.purpose, [...purposes]))) : [];
  const state = linkState(row ?? null, now);
  if (!row || state !== 'valid') return { state, link: null };
  const { id, projectId, purpose, subjectId } = row;
  return { state, link: { id, projectId, purpose, subjectId } };
}

export type LinkView = {
  id: string;
  purpose: LinkPurpose;
  subjectId: string;
  state: LinkState;
  createdAt: Date;
  expiresAt: Date;
  uses: number;
  /** its address while it is valid, for those who may pass it on */
  url: string | null;
};

/** The newest link of each purpose on each subject. None for a viewer who may not read the project's records; addresses only for who may write. */
export async function listLinks(viewer: Viewer, projectId: string, purposes: readonly LinkPurpose[], subjectIds: readonly string[], now: Date = new Date()): Promise<LinkView[]> {
  const roles = rolesIn(viewer, projectId);
  if (!may(roles, 'records.read') || subjectIds.length === 0) return [];
  const rows = await database()
    .selectDistinctOn([accessLinks.subjectId, accessLinks.purpose])
    .from(accessLinks)
    .where(and(eq(accessLinks.projectId, projectId), inArray(accessLinks.purpose, [...purposes]), inArray(accessLinks.subjectId, [...subjectIds])))
    .orderBy(accessLinks.subjectId, accessLinks.purpose, desc(accessLinks.createdAt), desc(accessLinks.id));
  const address = (row: (typeof rows)[number]) => {
    const { url, hash } = linkAddress(env(), row.purpose, row.id);
    // Made with another secret, its address is not known any more; a new link is due.
    return hash === row.tokenHash ? url : null;
  };
  return rows.map((row) => {
    const state = linkState(row, now);
    const { id, purpose, subjectId, createdAt, expiresAt, uses } = row;
    return { id, purpose, subjectId, state, createdAt, expiresAt, uses, url: state === 'valid' && may(roles, 'records.write') ? address(row) : null };
  });
}
