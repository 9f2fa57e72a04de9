import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { isId } from '@/lib/shared/ids';
import { likelyFrom, type MatchReason, type Registered, scorePair } from '../rules/matching';
import { undoDays } from '../rules/merge';

export type PairPerson = Registered & { activities: number };
export type DuplicatePair = { score: number; reasons: MatchReason[]; people: [PairPerson, PairPerson] };

/** A key that so many people share says nothing about any two of them. */
const commonFrom = 40;
const looked = 400;
const shown = 100;

/**
 * Pairs of the project's register that may be one person, the likeliest first. The database joins people on the keys of their names (one pass, not each
 * with each); the rules of matching score what it finds. Left out: the anonymised, the merged, and pairs of whom somebody said that they are two.
 */
export async function listDuplicates(viewer: Viewer, project: { id: string }): Promise<DuplicatePair[]> {
  if (!may(rolesIn(viewer, project.id), 'people.read')) return [];
  const rows = await database().execute<{ a: PairPerson; b: PairPerson }>(sql`
    with known as materialized (
      select p.id, p.match_keys from people p join project_people k on k.person_id = p.id and k.project_id = ${project.id} where p.merged_into_id is null and p.anonymised_at is null
    ), keyed as materialized (select distinct k.id, key from known k, unnest(k.match_keys) key),
    telling as materialized (select key from keyed group by key having count(*) between 2 and ${commonFrom}),
    pairs as (select distinct a.id as a, b.id as b from telling t join keyed a on a.key = t.key join keyed b on b.key = t.key and b.id > a.id),
    likely as (
      select x.a, x.b from pairs x join known a on a.id = x.a join known b on b.id = x.b
      where not exists (select from person_distinctions d where d.first_id = x.a and d.second_id = x.b)
      order by similarity(a.match_keys[1], b.match_keys[1]) desc, x.a, x.b limit ${looked}
    ), people_of as materialized (
      select p.id, json_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name, 'sex', p.sex, 'birthYear', p.birth_year, 'institutionId', h.institution_id, 'post', h.post,
        'activities', (select count(*) from participants r join activities c on c.id = r.activity_id and c.project_id = ${project.id} where r.person_id = p.id)) as person
      from people p left join person_posts h on h.person_id = p.id and h.to_date is null where p.id in (select a from likely union select b from likely)
    )
    select a.person as a, b.person as b from likely l join people_of a on a.id = l.a join people_of b on b.id = l.b`);
  const pairs = rows.map(({ a, b }): DuplicatePair => ({ ...scorePair(a, b), people: [a, b] }));
  return pairs.filter(({ score }) => score >= likelyFrom).sort((x, y) => y.score - x.score || (x.people[0].id < y.people[0].id ? -1 : 1)).slice(0, shown);
}

export type RecentMerge = { id: string; at: Date; by: string; keptId: string; kept: string; merged: string; undone: boolean };

/** What was merged in this project in the days in which it can be undone, newest first. */
export async function recentMerges(viewer: Viewer, project: { id: string }, now: Date): Promise<RecentMerge[]> {
  if (!may(rolesIn(viewer, project.id), 'people.read')) return [];
  const since = new Date(now.getTime() - undoDays * 86_400_000).toISOString();
  const rows = await database().execute<Omit<RecentMerge, 'at'> & { at: string }>(sql`
    select m.id, m.merged_at as at, u.name as by, m.kept_id as "keptId", k.given_name || ' ' || k.family_name as kept, g.given_name || ' ' || g.family_name as merged, m.undone_at is not null as undone
    from person_merges m join people k on k.id = m.kept_id join people g on g.id = m.merged_id join users u on u.id = m.merged_by
    where m.project_id = ${project.id} and m.merged_at > ${since} and k.anonymised_at is null order by m.merged_at desc, m.id desc limit 50`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}

/** Whom a merged-away person of this register is now; null for everybody else. */
export async function mergedInto(viewer: Viewer, project: { id: string }, personId: string): Promise<string | null> {
  if (!isId(personId) || !may(rolesIn(viewer, project.id), 'people.read')) return null;
  const [row] = await database().execute<{ id: string }>(sql`
    select p.merged_into_id as id from people p join project_people k on k.person_id = p.merged_into_id and k.project_id = ${project.id} where p.id = ${personId}`);
  return row?.id ?? null;
}
