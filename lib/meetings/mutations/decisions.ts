import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { activities, decisions, projects } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { listChanges } from '@/lib/activities/rules';
import { guardUnreviewed } from '@/lib/guard/mutations';
import type { Confirmation } from '@/lib/guard/schema';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { assertOpen } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import { settleObstacle } from '../rules';
import type { MeetingDetail, SettleDecisionInput } from '../schema';

type Decision = typeof decisions.$inferSelect;
type Said = Omit<SettleDecisionInput, 'confirmations'> & { confirmations?: Confirmation[] };

/**
 * Says what became of a decision: implemented or dropped on a day, or open again. What was decided stays with the record of its meeting and its review.
 * Refuses a newer version, a day in the future, before the meeting or in a closed period, and words that look like case data. Figures follow.
 */
export async function settleDecision(work: ProjectWork, input: Said): Promise<{ id: string; version: number }> {
  const { decision, takenOn } = await lock(work, input);
  const obstacle = settleObstacle(input, { today: work.today, takenOn });
  if (obstacle) throw new Refusal(obstacle.reason, { field: obstacle.field });
  const after = input.state === 'open' ? { state: input.state, settledOn: null, note: null } : { state: input.state, settledOn: input.settledOn, note: input.note };
  if (after.settledOn !== decision.settledOn || after.state !== decision.state) await assertOpen(work, decision.settledOn, after.settledOn);
  const version = decision.version + 1;
  await work.tx.update(decisions).set({ ...after, version }).where(eq(decisions.id, decision.id));
  const { state, settledOn, note } = decision;
  work.audit.add('decisions', decision.id, { state, settledOn, note, version: decision.version }, { ...after, version });
  // Without confirmations nobody can be asked (the demo).
  if (input.confirmations) await guardUnreviewed(work, { decisionId: decision.id }, [{ path: 'note', text: after.note }], input.confirmations);
  await recomputeFigures(work);
  return { id: decision.id, version };
}

async function lock(work: ProjectWork, { decisionId, version }: Said): Promise<{ decision: Decision; takenOn: string | null }> {
  const [row] = await work.tx
    .select({ decision: decisions, takenOn: activities.onDate, reviewState: activities.reviewState })
    .from(decisions)
    .innerJoin(activities, eq(activities.id, decisions.activityId))
    .where(and(eq(decisions.id, decisionId), eq(decisions.projectId, work.project.id)))
    .for('no key update', { of: decisions });
  if (!row || row.reviewState === 'withdrawn') throw notFound();
  const { state, settledOn, note, version: current } = row.decision;
  if (current !== version) throw new Refusal('stale', { current: { version: current, values: { state, settledOn, note } } });
  return row;
}

/** The decisions of a meeting as its record says them; what became of each stays with it; true where their words changed. Refuses to take out one that is settled. */
export async function saveDecisions(work: ProjectWork, activityId: string, wanted: MeetingDetail['decisions']): Promise<boolean> {
  const rows = await work.tx.select().from(decisions).where(eq(decisions.activityId, activityId)).orderBy(decisions.position);
  const taken = ({ id, text, agendaItemId }: MeetingDetail['decisions'][number], position: number) => ({ id, text, agendaItemId, position });
  const after = wanted.map(taken);
  const changed = listChanges(rows.map((row) => taken(row, row.position)), after);
  if (!changed) return false;
  if (rows.some((row) => row.state !== 'open' && after.every(({ id }) => id !== row.id))) throw new Refusal('decisionSettled', { field: 'detail.decisions' });
  for (const row of rows) if (after.every(({ id }) => id !== row.id)) await work.tx.delete(decisions).where(eq(decisions.id, row.id));
  if (after.length > 0) await write(work, activityId, rows, after);
  work.audit.add('activities', activityId, { decisions: changed.before }, { decisions: changed.after });
  return true;
}

// A decision keeps its number whatever else changes in the record; new ones go on from the highest ever given, those since taken out included.
async function write(work: ProjectWork, activityId: string, rows: Decision[], after: Pick<Decision, 'id' | 'text' | 'agendaItemId' | 'position'>[]): Promise<void> {
  const known = new Map(rows.map((row) => [row.id, row.number]));
  const fresh = after.filter((decision) => !known.has(decision.id)).length;
  let number = fresh > 0 ? await takeNumbers(work, fresh) : 0;
  const values = after.map((decision) => ({ ...decision, activityId, projectId: work.project.id, number: known.get(decision.id) ?? ++number }));
  const set = { text: sql`excluded.text`, agendaItemId: sql`excluded.agenda_item_id`, position: sql`excluded.position` };
  const written = await work.tx.insert(decisions).values(values).onConflictDoUpdate({ target: decisions.id, set, setWhere: eq(decisions.activityId, activityId) }).returning({ id: decisions.id });
  if (written.length < after.length) throw new Refusal('conflict');
}

async function takeNumbers(work: ProjectWork, count: number): Promise<number> {
  const [row] = await work.tx.update(projects).set({ decisionsNumbered: sql`${projects.decisionsNumbered} + ${count}` }).where(eq(projects.id, work.project.id)).returning({ last: projects.decisionsNumbered });
  return (row?.last ?? count) - count;
}
