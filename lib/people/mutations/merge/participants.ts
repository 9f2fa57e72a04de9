import 'server-only';
import { sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { RowChange } from '@/db/schema';
import { combined, type Standing } from '../../rules/merge';
import { type Rewriter, type Row, rowsWhere } from './rows';

type Pair = { from: string; to: string };

/**
 * Where both people stood in the same activity, two participants become one: present where either was, one follow-up, gaps filled
 * (rules/merge). Everywhere else the participant simply goes along.
 */
export async function combineParticipants(tx: Transaction, rows: Rewriter, { from, to }: Pair): Promise<void> {
  const both = await rowsWhere(tx, 'participants', sql`t.person_id = ${from} and exists (select from participants o where o.activity_id = t.activity_id and o.person_id = ${to})`);
  for (const merged of both) {
    const [kept] = await rowsWhere(tx, 'participants', sql`t.activity_id = ${merged.activity_id} and t.person_id = ${to}`);
    if (!kept) continue;
    await joinAttendance(tx, rows, { merged, kept });
    await joinFollowUps(tx, rows, { merged, kept });
    await rows.change('participants', kept, standing(merged, kept));
    await rows.remove('participants', sql`t.id = ${merged.id}`);
  }
  await rows.move('participants', 'person_id', { from, to });
}

type Two = { merged: Row; kept: Row };

async function joinAttendance(tx: Transaction, rows: Rewriter, { merged, kept }: Two): Promise<void> {
  const mine = new Set((await rowsWhere(tx, 'attendance', sql`t.participant_id = ${kept.id}`)).map((row) => row.session_id));
  for (const row of await rows.remove('attendance', sql`t.participant_id = ${merged.id}`)) {
    if (!mine.has(row.session_id)) await rows.insert('attendance', { ...row, participant_id: kept.id });
  }
}

// At most one each; an answered one goes before one that still waits.
async function joinFollowUps(tx: Transaction, rows: Rewriter, { merged, kept }: Two): Promise<void> {
  const [[mine], [theirs]] = [await rowsWhere(tx, 'follow_ups', sql`t.participant_id = ${kept.id}`), await rowsWhere(tx, 'follow_ups', sql`t.participant_id = ${merged.id}`)];
  if (!theirs) return;
  const better = !mine || (mine.answered_on === null && theirs.answered_on !== null);
  if (mine && better) await rows.remove('follow_ups', sql`t.id = ${mine.id}`);
  if (better) await rows.change('follow_ups', theirs, { participant_id: kept.id });
  else await rows.remove('follow_ups', sql`t.id = ${theirs.id}`);
}

const columns = { role: 'role', institutionId: 'institution_id', post: 'post', preScore: 'pre_score', postScore: 'post_score' } as const;
const read = (row: Row): Standing => Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, row[column] ?? null])) as Standing;

function standing(merged: Row, kept: Row): Row {
  const one = combined(read(kept), read(merged));
  return Object.fromEntries(Object.entries(columns).map(([key, column]) => [column, one[key as keyof Standing]]));
}

/**
 * How what a merge joined stands: the posts of the person, and each participant made of two with attendance and follow-up. Undoing takes them apart
 * again only as long as this still holds.
 */
export async function sealOf(tx: Transaction, keptId: string, changes: readonly RowChange[]): Promise<Record<string, unknown>> {
  const posts = await rowsWhere(tx, 'person_posts', sql`t.person_id = ${keptId} order by t.id`);
  // A later merge that was itself undone leaves nothing behind but versions.
  const seal: Record<string, unknown> = { posts: posts.map(({ version: _version, ...post }) => post) };
  const joined = changes.filter(({ table, after }) => table === 'participants' && after === null);
  for (const { before } of joined) {
    const activityId = String(before?.activity_id);
    const [found] = await tx.execute<{ row: unknown }>(sql`
      select json_build_object('participant', to_jsonb(r), 'sessions', (select json_agg(x.session_id order by x.session_id) from attendance x where x.participant_id = r.id),
        'followUp', (select to_jsonb(f) from follow_ups f where f.participant_id = r.id)) as row from participants r where r.activity_id = ${activityId} and r.person_id = ${keptId}`);
    seal[activityId] = found?.row ?? null;
  }
  return JSON.parse(JSON.stringify(seal)) as Record<string, unknown>;
}
