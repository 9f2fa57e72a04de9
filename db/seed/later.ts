import { and, asc, eq } from 'drizzle-orm';
import { actionPoints, equipmentItems, followUps, participants } from '@/db/schema';
import { progressActionPoint } from '@/lib/action-points/mutations';
import { recordCheck } from '@/lib/equipment/mutations';
import { closePeriod } from '@/lib/projects/mutations';
import { addDays } from '@/lib/shared/dates';
import { answerFollowUp } from '@/lib/trainings/mutations';
import { checks } from './data/equipment';
import { followUpRounds } from './data/follow-ups';
import { meetings } from './data/meetings';
import { need, type Step } from './world';

/** What comes after the records: action points move on, items are checked, trainees are asked, periods close. */
export const laterSteps = (): Step[] => [...pointSteps(), ...checkSteps(), ...followUpSteps(), ...closings];

const closings: Step[] = [
  { at: '2018-09-07T12:00', by: 'manager', action: 'projects.closePeriod', run: (work, world) => closePeriod(work, { periodId: world.periods[0]?.id ?? '' }) },
  { at: '2019-03-11T12:00', by: 'manager', action: 'projects.closePeriod', run: (work, world) => closePeriod(work, { periodId: world.periods[1]?.id ?? '' }) },
];

const pointSteps = (): Step[] =>
  meetings.flatMap((meeting) =>
    meeting.points.flatMap((point, position) =>
      (point.moves ?? []).map(({ at, by, status, doneOn = null, outcome = null, dropReason = null, dueDate = null }): Step => ({
        at,
        by,
        action: 'actionPoints.progress',
        run: async (work, world) => {
          const { id: activityId } = need(world.records, meeting.key);
          const [row] = await work.tx.select({ id: actionPoints.id, version: actionPoints.version, dueDate: actionPoints.dueDate }).from(actionPoints).where(and(eq(actionPoints.activityId, activityId), eq(actionPoints.position, position)));
          if (!row) throw new Error(`${meeting.key} has no action point ${position}`);
          await progressActionPoint(work, { projectId: world.projectId, actionPointId: row.id, version: row.version, status, doneOn, outcome, dropReason, dueDate: dueDate ?? row.dueDate });
        },
      })),
    ),
  );

const checkSteps = (): Step[] =>
  checks.map((plan) => ({
    at: plan.at,
    by: 'staff',
    action: 'equipment.recordCheck',
    run: async (work, world) => {
      const items = await work.tx.select({ id: equipmentItems.id }).from(equipmentItems).where(eq(equipmentItems.activityId, need(world.records, plan.handOver).id)).orderBy(asc(equipmentItems.position));
      for (const [row, item] of items.entries()) {
        if (plan.rows && !plan.rows.includes(row)) continue;
        const found = { inUse: true, condition: 'good' as const, note: null, ...plan.found?.[row] };
        const seen = { usedBy: found.inUse ? 'Special Unit' : null, location: 'Premises of the unit' };
        await recordCheck(work, { projectId: world.projectId, id: world.random.id(work.now), itemId: item.id, checkedOn: plan.checkedOn, ...seen, ...found });
      }
    },
  }));

const followUpSteps = (): Step[] =>
  followUpRounds.map(({ training, at, share, applied, confirmed }) => ({
    at,
    by: 'staff',
    action: 'trainings.answerFollowUp',
    run: async (work, world) => {
      const due = await work.tx
        .select({ id: followUps.id })
        .from(followUps)
        .innerJoin(participants, eq(participants.id, followUps.participantId))
        .where(eq(followUps.activityId, need(world.records, training).id))
        .orderBy(asc(participants.position));
      for (const { id } of due) {
        const [answers, applies, confirms, daysAgo] = [world.random.next() < share, world.random.next() < applied, world.random.next() < confirmed, world.random.int(1, 6)];
        if (!answers) continue;
        const answer = { applied: applies, supervisorConfirmed: applies ? confirms : null, note: null };
        await answerFollowUp(work, { projectId: world.projectId, followUpId: id, answeredOn: addDays(work.today, -daysAgo), ...answer });
      }
    },
  }));
