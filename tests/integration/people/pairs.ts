import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import type { Viewer } from '@/lib/access/viewer';
import { mergePeople } from '@/lib/people/mutations/merge/merge';
import { undoMerge } from '@/lib/people/mutations/merge/undo';
import { participantReferences, personReferences, treated } from '@/lib/people/rules/references';
import type { MergePeopleInput } from '@/lib/people/schema/merge';
import { newId } from '@/lib/shared/ids';
import type { World } from '../../support/builders';

type Reference = { table: string; column: string };

/** Every column of a foreign key that leads to the table's ids, as the database itself knows them. */
export async function referencesTo(table: 'people' | 'participants'): Promise<string[]> {
  const rows = await database().execute<Reference>(sql`
    select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
    cross join lateral unnest(c.conkey, c.confkey) as k(own, other)
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.own join pg_attribute t on t.attrelid = c.confrelid and t.attnum = k.other
    where c.contype = 'f' and c.confrelid = ${table}::regclass and t.attname = 'id'`);
  return rows.map((row) => `${row.table}.${row.column}`).sort();
}

/** How many rows name a person, by the catalogue; those that keep what was decided are left out, as rules/references says. */
export async function rowsNaming(personId: string): Promise<Record<string, number>> {
  const history = treated(personReferences, 'history').map(({ table, column }) => `${table}.${column}`);
  const found: Record<string, number> = {};
  for (const name of (await referencesTo('people')).filter((one) => !history.includes(one))) {
    const [table = '', column = ''] = name.split('.');
    const [row] = await database().execute<{ n: number }>(sql`select count(*)::int as n from ${sql.identifier(table)} where ${sql.identifier(column)} = ${personId}`);
    if (row?.n) found[name] = row.n;
  }
  return found;
}

export const known = { people: Object.keys(personReferences).sort(), participants: Object.keys(participantReferences).sort() };

const versionOf = async (id: string) => (await database().execute<{ version: number }>(sql`select version from people where id = ${id}`))[0]?.version ?? 0;

/** Merges the second person into the first as somebody. */
export async function merge(world: World, keptId: string, mergedId: string, given: Partial<MergePeopleInput> & { actor?: Viewer; now?: Date } = {}): Promise<string> {
  const { actor = world.manager, now, ...more } = given;
  const input = { projectId: world.projectId, id: newId(), keptId, mergedId, keptVersion: await versionOf(keptId), mergedVersion: await versionOf(mergedId), take: [], ...more };
  return (await world.as(actor, (work) => mergePeople(work, input), now)).id;
}
export const undo = (world: World, mergeId: string, given: { actor?: Viewer; now?: Date } = {}) => world.as(given.actor ?? world.manager, (work) => undoMerge(work, { projectId: world.projectId, mergeId }), given.now);

// Versions grow with every write, and figures are computed anew: what a merge and its undoing must give back is everything else.
const contents: Record<string, string> = {
  people: `select id, given_name, family_name, sex, birth_year, rank, email, phone, lawful_basis, consent_on, retain_until, merged_into_id from people order by id`,
  participants: `select * from participants order by id`,
  attendance: `select * from attendance order by 1, 2, 3`,
  posts: `select id, person_id, institution_id, post, from_date, to_date from person_posts order by id`,
  known: `select * from project_people order by 1, 2`,
  points: `select id, person_id from action_points order by id`,
  followUps: `select id, activity_id, participant_id, due_on, answered_on, applied, supervisor_confirmed from follow_ups order by id`,
  distinctions: `select * from person_distinctions order by 1, 2`,
  figures: `select project_id, measure, indicator_id, scope, period_id, institution_id, sex, restatement, numerator, denominator from rollup_cells order by 1, 2, 3, 4, 5, 6, 7, 8`,
  firstCounts: `select project_id, person_id, activity_id from first_counts order by 1, 2`,
};

/** Everything that a merge may touch, as it stands. */
export async function state(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [name, query] of Object.entries(contents)) found[name] = JSON.parse(JSON.stringify(await database().execute(sql.raw(query))));
  return found;
}
