import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ReviewState } from '@/lib/shared/vocabulary';

export type ContentItem = { assetTag: string; description: string; make: string | null; model: string | null; serialNumber: string | null; quantity: number; /** as stored, '1250.50' */ value: string | null; currency: string | null; /** only where not all was accepted as listed */ acceptance?: Acceptance };
export type Acceptance = { accepted: number; short: number; damaged: number; surplus: number; note: string };
/** All that a hand-over's certificate says and a signature stands for. Names of institutions follow the register, so the id stands here. */
export type HandOverContent = { reference: string; date: string | null; recipientInstitutionId: string | null; hander: string | null; receiver: string | null; receiverPost: string | null; terms: string | null; items: ContentItem[] };

/** The text that is hashed and kept with a signature: canonical JSON (RFC 8785), the same for the same content. */
export const contentText = (content: HandOverContent): string => canonicalize({ v: 1, ...content }) ?? '';

export const contentSha = (content: HandOverContent): string => createHash('sha256').update(contentText(content)).digest('hex');

/** '7F3A 90C1': enough of the hash to compare a paper with the record by eye. */
export const fingerprint = (sha: string): string => `${sha.slice(0, 4)} ${sha.slice(4, 8)}`.toUpperCase();

/** Does a paper that was printed with this fingerprint say what the record says? null: none was given, or it is none. */
export function printStands(print: string | null, sha: string): boolean | null {
  const signs = (print ?? '').replace(/\s/g, '').toUpperCase();
  return /^[0-9A-F]{8}$/.test(signs) ? fingerprint(sha).replace(' ', '') === signs : null;
}

/** A signature holds while the hand-over says what was signed. */
export const signatureHolds = (signed: { contentSha: string }, now: string): boolean => signed.contentSha === now;

/** May a hand-over in this state be signed? An approved one is settled, a withdrawn one is out of use. */
export const isSignable = (state: ReviewState): boolean => state !== 'approved' && state !== 'withdrawn';

export type Standing = 'paper' | 'signed' | 'void' | 'unsigned';

/** How a hand-over stands: proven by scanned paper or by a signature of the receiver that still holds; void where only broken ones are left. */
export function standingOf(facts: { paper: boolean; receiverSignatures: readonly { contentSha: string }[] }, now: string): Standing {
  if (facts.receiverSignatures.some((signature) => signatureHolds(signature, now))) return 'signed';
  if (facts.paper) return 'paper';
  return facts.receiverSignatures.length > 0 ? 'void' : 'unsigned';
}
