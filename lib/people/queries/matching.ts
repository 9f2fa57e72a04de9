import 'server-only';
import { sql } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { decideMatch, type Incoming, isNamed, type Match, type Registered } from '../rules/matching';

/** A person whom a row may mean, with the version that a change of them must state. */
export type KnownPerson = Registered & { version: number };
export type RowMatch = Match<KnownPerson>;

/** How many of the register are looked at for one row: those whose names are most alike. */
const perRow = 6;
const batch = 1000;

/** The projects whose people a viewer may pick from when recording for one: it, and the others they record for (DOMAIN §4). */
export const peopleScope = (viewer: Viewer | null, projectId: string): string[] => [...new Set([projectId, ...(viewer?.memberships ?? []).filter(({ role }) => role !== 'donor').map((membership) => membership.projectId)])];

/**
 * What each row of a list is to the register, in one statement per thousand rows. Only people whom the viewer may see are compared; the anonymised and the
 * merged never are. Without the right to read the project's records every row is new.
 */
export async function matchPeople(viewer: Viewer, projectId: string, rows: readonly Incoming[]): Promise<RowMatch[]> {
  if (!may(rolesIn(viewer, projectId), 'records.read')) return rows.map((row) => decideMatch<KnownPerson>(row, []));
  return matchIn(database(), peopleScope(viewer, projectId), rows);
}

/** The same within a transaction, for imports that decide and write in one. The caller has checked the right. */
export async function matchIn(db: Pick<Transaction, 'execute'>, scope: string[], rows: readonly Incoming[]): Promise<RowMatch[]> {
  const found = new Map<number, KnownPerson[]>();
  const wanted = rows.flatMap(({ givenName, familyName }, n) => (isNamed({ givenName, familyName }) ? [{ n, g: givenName, f: familyName }] : []));
  for (let start = 0; start < wanted.length; start += batch) {
    for (const { n, ...person } of await likes(db, scope, wanted.slice(start, start + batch))) found.set(n, [...(found.get(n) ?? []), person]);
  }
  return rows.map((row, n) => decideMatch(row, found.get(n) ?? []));
}

type Wanted = { n: number; g: string; f: string };

// The index gives everybody who shares a key with the row; of these the most alike are kept, so that a common name costs no more than a rare one.
async function likes(db: Pick<Transaction, 'execute'>, scope: string[], wanted: Wanted[]): Promise<(KnownPerson & { n: number })[]> {
  if (wanted.length === 0) return [];
  return db.execute<KnownPerson & { n: number }>(sql`
    select i.n, p.id, p.version, p.given_name as "givenName", p.family_name as "familyName", p.sex, p.birth_year as "birthYear", h.institution_id as "institutionId", h.post
    from people_like(${JSON.stringify(wanted)}::json, ${`{${scope.join()}}`}::uuid[], ${perRow}) i
    join people p on p.id = i.person_id
    left join person_posts h on h.person_id = p.id and h.to_date is null`);
}
