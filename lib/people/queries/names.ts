import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { cleanText } from '@/lib/shared/text';

const wordsOf = (query: string) => cleanText(query).split(/[\s,]+/).filter(Boolean).slice(0, 6);
// As people_search_idx has it, else it is not used.
const name = sql`search_text(p.given_name || ' ' || p.family_name)`;

/**
 * Words of a name in any order, with or without diacritics, 'dj' for 'đ' too: each must stand somewhere in the name; one of a letter or two at the
 * beginning of a part of it, because inside of names nearly all stand in nearly all, and the index knows only three letters or the beginning.
 */
export function nameLike(query: string): SQL {
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

/** The people of a project's register as `p`, with their present post as `h`. */
export const inRegister = (projectId: string) => sql`
  from people p join project_people k on k.person_id = p.id and k.project_id = ${projectId}
  left join person_posts h on h.person_id = p.id and h.to_date is null
  where p.merged_into_id is null`;

/** So few hits are put in order at once; so many at most; and so many people per line wanted are passed in the order of names before the index is asked. */
const few = 60;
const bearable = 4000;
const passed = 75;

/**
 * The ids of the first people so named, in the order asked for. `from` has `people p` and ends in a condition. PostgreSQL cannot know that the bearers of a
 * family name stand in one place of the order of names, and walks past 100,000 people to fill a page. So a rare name comes from the index; for others it
 * walks a little way only, which is enough for most and for a small register; then the index gives all that are so named, to be put in order; and only what
 * nearly everybody is named is walked after to the end. What is not needed is not run.
 */
export function firstNamed(query: string, from: SQL, order: SQL, size: number): SQL {
  const like = nameLike(query);
  if (wordsOf(query).length === 0) return sql`select p.id ${from} order by ${order} limit ${size}`;
  return sql`
    with rare as materialized (select from people p where ${like} limit ${few + 1}),
    walked as materialized (select p.id, p.given_name, p.family_name ${from} and (select count(*) from rare) > ${few} order by ${order} limit ${size * passed}),
    early as materialized (select p.id from walked p where ${like} limit ${size}),
    way as materialized (select case when (select count(*) from rare) <= ${few} then 'index' when (select count(*) from early) = ${size} or (select count(*) from walked) < ${size * passed} then 'walk' else 'index' end as w),
    hits as materialized (select p.id from people p where (select w from way) = 'index' and ${like} limit ${bearable + 1}),
    found as materialized (select count(*) as n, array_agg(id) as ids from hits)
    select id from early where (select w from way) = 'walk'
    union all (select p.id ${from} and (select n from found) <= ${bearable} and p.id = any((select ids from found)::uuid[]) order by ${order} limit ${size})
    union all (select p.id ${from} and (select n from found) > ${bearable} and ${like} order by ${order} limit ${size})`;
}
