import { createHash, createHmac } from 'node:crypto';
import type { LinkPurpose } from '@/lib/shared/vocabulary';

/** What each kind of link is: its page, how many days it lives, how often it may be used (null: until it expires). */
export const linkSpecs: Record<LinkPurpose, { path: string; days: number; maxUses: number | null }> = {
  action_point: { path: 'action-point', days: 30, maxUses: 20 },
  follow_up_participant: { path: 'follow-up', days: 60, maxUses: 1 },
  follow_up_supervisor: { path: 'follow-up', days: 60, maxUses: 1 },
  hand_over_signature: { path: 'sign', days: 14, maxUses: 1 },
  mail_settings: { path: 'mails', days: 400, maxUses: null },
  minutes_comment: { path: 'minutes', days: 14, maxUses: 200 },
  questionnaire: { path: 'questionnaire', days: 30, maxUses: 500 },
  workplan_feed: { path: 'workplan-feed', days: 400, maxUses: null },
};

/** More uses of one link than this within a minute are told to wait: a class answers together, a script does not get far. */
export const usesPerMinute = 60;

/**
 * The token of a link, from the server's secret and the link's id: 256 bits that nobody without the secret can make. Nothing but its hash is stored,
 * yet a reminder or a print can show the same link again.
 */
export const tokenOf = (secret: string, linkId: string): string => createHmac('sha256', secret).update(`access-link\n${linkId}`).digest('base64url');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Could this text be a token at all? Anything else never reaches the database. */
export const isToken = (text: unknown): text is string => typeof text === 'string' && /^[A-Za-z0-9_-]{43}$/.test(text);

/** The address of a link and the hash of its token, under these settings of the server. Throws without a secret: the token would be anybody's. */
export function linkAddress(settings: { NEXTAUTH_SECRET?: string; NEXTAUTH_URL: string }, purpose: LinkPurpose, linkId: string): { url: string; hash: string } {
  if (!settings.NEXTAUTH_SECRET) throw new Error('NEXTAUTH_SECRET is not set');
  const token = tokenOf(settings.NEXTAUTH_SECRET, linkId);
  return { url: `${new URL(settings.NEXTAUTH_URL).origin}/${linkSpecs[purpose].path}/${token}`, hash: hashToken(token) };
}

export type LinkFacts = { expiresAt: Date; uses: number; maxUses: number | null; closedAt: Date | null; revokedAt: Date | null };
export type LinkState = 'valid' | 'used' | 'closed' | 'expired' | 'revoked' | 'unknown';

/** How a link stands: null (none, or one for another purpose) is unknown. Who used it reads that before that it expired since. */
export function linkState(link: LinkFacts | null, now: Date): LinkState {
  if (!link) return 'unknown';
  if (link.revokedAt) return 'revoked';
  if (link.maxUses !== null && link.uses >= link.maxUses) return 'used';
  if (link.closedAt) return 'closed';
  return link.expiresAt <= now ? 'expired' : 'valid';
}

/** The burst after one more use at `now`, or null where it must wait. */
export function nextBurst(link: { burst: number; burstAt: Date | null }, now: Date): { burst: number; burstAt: Date } | null {
  const fresh = link.burstAt === null || now.getTime() - link.burstAt.getTime() >= 60_000;
  if (fresh) return { burst: 1, burstAt: now };
  return link.burst < usesPerMinute ? { burst: link.burst + 1, burstAt: link.burstAt as Date } : null;
}

/** What a visitor's link opens, and nothing beside it. */
export type LinkScope = { id: string; projectId: string; purpose: LinkPurpose; subjectId: string };
