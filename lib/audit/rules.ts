import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** Fields that identify a person: named in the trail, their values never (DOMAIN §5). */
const personalFields: Record<string, readonly string[]> = {
  people: ['givenName', 'familyName', 'birthYear', 'post', 'rank', 'email', 'phone'],
  person_posts: ['post'],
  users: ['email', 'name', 'passwordHash'],
  hand_overs: ['hander', 'receiver', 'receiverPost', 'onBehalfOf', 'onBehalfReason'],
  hand_over_signatures: ['signerName', 'signerPost', 'onBehalfOf', 'reason'],
  custody: ['reason'],
  follow_ups: ['supervisorEmail'],
  participants: ['post', 'preScore', 'postScore'],
  end_use_checks: ['usedBy', 'location'],
  agenda_items: ['presenter'],
  imports: ['fileName'],
};

export type Changes = Record<string, [unknown, unknown] | null>;
export type AuditEntry = {
  id: string;
  chain: string;
  seq: number;
  at: string;
  actorId: string | null;
  action: string;
  entity: string;
  entityId: string;
  changes: Changes;
  note: string | null;
};

export const nilChain = '00000000-0000-0000-0000-000000000000';
export const firstHash = '0'.repeat(64);

/** What changed between two states of a row: field → [before, after], personal fields by name only. Empty when nothing did. */
export function changesBetween(entity: string, before: Record<string, unknown>, after: Record<string, unknown>): Changes {
  const personal = personalFields[entity] ?? [];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changed = fields.filter((field) => canonicalize(before[field] ?? null) !== canonicalize(after[field] ?? null));
  return Object.fromEntries(changed.map((field) => [field, personal.includes(field) ? null : [before[field] ?? null, after[field] ?? null]]));
}

/** SHA-256 over the canonical entry and the hash before it: changing, dropping or reordering a row breaks the chain. */
export const entryHash = (entry: AuditEntry, previousHash: string): string =>
  createHash('sha256').update(previousHash).update('\n').update(canonicalize(entry) ?? '').digest('hex');

/** An entry's canonical text up to its number, which stands last: the number and a brace make it whole. Who appends it does not know the number yet. */
export const unnumbered = (entry: Omit<AuditEntry, 'seq'>): string => (canonicalize({ ...entry, seq: 0 }) ?? '').replace(/0\}$/, '');

type Link = AuditEntry & { previousHash: string; hash: string };
export type ChainHead = { seq: number; hash: string };
export const chainStart: ChainHead = { seq: 0, hash: firstHash };

/** Sequence number of the first entry that does not follow from the one before it, or null. Entries in order of seq, from the one after `head`. */
export function brokenAt(entries: readonly Link[], head: ChainHead = chainStart): number | null {
  let { seq, hash: previous } = head;
  for (const { previousHash, hash, ...entry } of entries) {
    seq += 1;
    if (entry.seq !== seq || previousHash !== previous || entryHash(entry, previous) !== hash) return seq;
    previous = hash;
  }
  return null;
}
