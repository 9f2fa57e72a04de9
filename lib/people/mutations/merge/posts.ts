import 'server-only';
import { sql } from 'drizzle-orm';
import type { ProjectWork } from '@/lib/action';
import { type Held, joinPosts } from '../../rules/posts';
import type { MergePeopleInput } from '../../schema/merge';
import { type Rewriter, type Row, rowsWhere } from './rows';

/** The posts of both as the posts of one (rules/posts): none twice, one present. */
export async function joinPersonPosts({ tx, today }: ProjectWork, rows: Rewriter, { keptId, mergedId, take }: MergePeopleInput): Promise<void> {
  const [kept, merged] = [await rowsWhere(tx, 'person_posts', sql`t.person_id = ${keptId} order by t.id`), await rowsWhere(tx, 'person_posts', sql`t.person_id = ${mergedId} order by t.id`)];
  const joined = new Map(joinPosts(kept.map(held), merged.map(held), { present: take.includes('presentPost') ? 'merged' : 'kept', today }).map((post) => [post.id, post]));
  // What ends goes first: a person holds one present post at a time.
  const all = [...kept, ...merged].sort((a, b) => Number(joined.get(String(a.id))?.to === null) - Number(joined.get(String(b.id))?.to === null));
  for (const row of all.filter(({ id }) => !joined.has(String(id)))) await rows.remove('person_posts', sql`t.id = ${row.id}`);
  for (const row of all) {
    const post = joined.get(String(row.id));
    if (post) await rows.change('person_posts', row, { person_id: keptId, from_date: post.from, to_date: post.to });
  }
}

const held = (row: Row): Held => ({ id: String(row.id), institutionId: String(row.institution_id), post: (row.post as string | null) ?? null, from: (row.from_date as string | null) ?? null, to: (row.to_date as string | null) ?? null });
