import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { overviewLayouts, projectVisits } from '@/db/schema';
import type { OwnWork, ProjectWork } from '@/lib/action';
import { notFound } from '@/lib/shared/result';
import { placed, rearranged, visitAt } from './rules';
import type { ArrangeInput } from './schema';

/** Keeps that the actor looks at the project now: what others do from here on is news next time. */
export async function visit({ tx, actor, project, now }: ProjectWork): Promise<void> {
  if (!actor) throw notFound();
  const mine = sql`${projectVisits.userId} = ${actor.id} and ${projectVisits.projectId} = ${project.id}`;
  const [last] = await tx.select({ seenAt: projectVisits.seenAt, beforeAt: projectVisits.beforeAt }).from(projectVisits).where(mine).for('no key update');
  const next = visitAt(last ?? null, now);
  await tx.insert(projectVisits).values({ userId: actor.id, projectId: project.id, ...next }).onConflictDoUpdate({ target: [projectVisits.userId, projectVisits.projectId], set: next });
}

/** Moves, hides or shows one card of the actor's own overview. */
export async function arrange({ tx, actor, audit, now }: OwnWork, { card, change }: ArrangeInput): Promise<void> {
  const [layout] = await tx.select().from(overviewLayouts).where(eq(overviewLayouts.userId, actor.id)).for('no key update');
  const before = placed(layout ?? null);
  const after = rearranged(before, card, change);
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  const kept = { cards: after.map((one) => one.card), hidden: after.filter((one) => one.hidden).map((one) => one.card) };
  const was = { cards: before.map((one) => one.card), hidden: before.filter((one) => one.hidden).map((one) => one.card) };
  await tx.insert(overviewLayouts).values({ userId: actor.id, ...kept, updatedAt: now }).onConflictDoUpdate({ target: overviewLayouts.userId, set: { ...kept, updatedAt: now } });
  audit.add('overview_layouts', actor.id, was, kept);
}
