import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { cleanText } from '@/lib/shared/text';

const wordsOf = (query: string) => cleanText(query).split(/[\s,]+/).filter(Boolean).slice(0, 6);
// As people_search_idx has it, else it is not used.
const wholeName = sql`search_text(p.given_name || ' ' || p.family_name)`;

/**
 * Words of a name in any order, with or without diacritics, 'dj' for 'đ' too: each must stand somewhere in the name; one of a letter or two at the
 * beginning of a part of it, because inside of names nearly all stand in nearly all, and the index knows only three letters or the beginning.
 */
export function nameLike(query: string, name: SQL = wholeName): SQL {
  const like = (word: string) => {
    const text = sql`search_text(${word.replace(/[\\%_]/g, '\\$&')})`;
    return word.length > 2 ? sql`${name} like '%' || ${text} || '%'` : sql`(${name} like ${text} || '%' or ${name} like '% ' || ${text} || '%')`;
  };
  const either = (word: string) => (/dj/i.test(word) ? sql`(${like(word)} or ${like(word.replace(/dj/gi, 'd'))})` : like(word));
  const words = wordsOf(query);
  return words.length > 0 ? sql.join(words.map(either), sql` and `) : sql`true`;
}

// Names sort as people here expect (č after c, đ after dž), whatever the server's own collation.
export const byName = sql`p.family_name collate "sr-Latn-x-icu", p.given_name collate "sr-Latn-x-icu", p.id`;
export const byNameBackwards = sql`p.family_name collate "sr-Latn-x-icu" desc, p.given_name collate "sr-Latn-x-icu" desc, p.id desc`;

/** The same order and the same words within a project's register, where the name stands beside the person (`k` of `inRegister`). */
const registered = sql`k.family_name collate "sr-Latn-x-icu", k.given_name collate "sr-Latn-x-icu", k.person_id`;
const registeredBackwards = sql`k.family_name collate "sr-Latn-x-icu" desc, k.given_name collate "sr-Latn-x-icu" desc, k.person_id desc`;
export const registeredLike = (query: string): SQL => nameLike(query, sql`k.search`);

/** The people of a project's register as `p`, with their present post as `h`. */
export const inRegister = (projectId: string) => sql`
  from people p join project_people k on k.person_id = p.id and k.project_id = ${projectId}
  left join person_posts h on h.person_id = p.id and h.to_date is null
  where p.merged_into_id is null`;

type Page = { backwards?: boolean; /** only what comes behind this person in the order, as family name, given name and id */ behind?: readonly string[] | null; size: number };

/** The ids of a page of a project's register, in its order: people so named who meet the condition, which may speak of `p` and `h`. However many other projects know, only these are passed. */
export function namedInRegister(projectId: string, query: string, where: SQL, { backwards, behind, size }: Page): SQL {
  const from = behind ? sql`(${registered}) ${sql.raw(backwards ? '<' : '>')} (${behind[0]}, ${behind[1]}, ${behind[2]}::uuid)` : sql`true`;
  return sql`select k.person_id as id ${inRegister(projectId)} and ${registeredLike(query)} and ${where} and ${from} order by ${backwards ? registeredBackwards : registered} limit ${size}`;
}

/** So few hits are put in order at once; so many at most; and so many people per line wanted are passed in the order of names before the index is asked. */
const few = 60;
const bearable = 4000;
const passed = 75;

/**
 * The ids of the first people so named, in the order of names. `from` has `people p` and ends in a condition. PostgreSQL cannot know that the bearers of a
 * family name stand in one place of the order of names, and walks past 100,000 people to fill a page. So a rare name comes from the index; for others it
 * walks a little way only, which is enough for most and for a small register; then the index gives all that are so named, to be put in order; and only what
 * nearly everybody is named is walked after to the end. What is not needed is not run.
 */
export function firstNamed(query: string, from: SQL, size: number): SQL {
  const like = nameLike(query);
  if (wordsOf(query).length === 0) return sql`select p.id ${from} order by ${byName} limit ${size}`;
  return sql`
    with rare as materialized (select from people p where ${like} limit ${few + 1}),
    walked as materialized (select p.id, p.given_name, p.family_name ${from} and (select count(*) from rare) > ${few} order by ${byName} limit ${size * passed}),
    early as materialized (select p.id from walked p where ${like} limit ${size}),
    way as materialized (select case when (select count(*) from rare) <= ${few} then 'index' when (select count(*) from early) = ${size} or (select count(*) from walked) < ${size * passed} then 'walk' else 'index' end as w),
    hits as materialized (select p.id from people p where (select w from way) = 'index' and ${like} limit ${bearable + 1}),
    found as materialized (select count(*) as n, array_agg(id) as ids from hits)
    select id from early where (select w from way) = 'walk'
    union all (select p.id ${from} and (select n from found) <= ${bearable} and p.id = any((select ids from found)::uuid[]) order by ${byName} limit ${size})
    union all (select p.id ${from} and (select n from found) > ${bearable} and ${like} order by ${byName} limit ${size})`;
}
