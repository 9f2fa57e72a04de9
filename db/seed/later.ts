import { and, asc, eq } from 'drizzle-orm';
import { actionPoints, decisions, equipmentItems, followUps, participants } from '@/db/schema';
import { progressActionPoint } from '@/lib/action-points/mutations/points';
import { attachFile } from '@/lib/action-points/mutations/reports';
import type { ProjectWork } from '@/lib/action';
import { recordCheck } from '@/lib/equipment/mutations/checks';
import { settleDecision } from '@/lib/meetings/mutations/decisions';
import { closePeriod } from '@/lib/projects/mutations';
import { addDays } from '@/lib/shared/dates';
import { answerFollowUp } from '@/lib/trainings/mutations';
import { checks } from './data/equipment';
import { followUpRounds } from './data/follow-ups';
import { meetings } from './data/meetings';
import { makePdf } from './files/pdf';
import { need, type Step, type World } from './world';

/** What comes after the records: action points move on, items are checked, trainees are asked, periods close. */
export const laterSteps = (): Step[] => [...pointSteps(), ...decisionSteps(), ...checkSteps(), ...followUpSteps(), ...closings];

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
          const [row] = await work.tx.select({ id: actionPoints.id, version: actionPoints.version, dueDate: actionPoints.dueDate, text: actionPoints.text, number: actionPoints.number }).from(actionPoints).where(and(eq(actionPoints.activityId, activityId), eq(actionPoints.position, position)));
          if (!row) throw new Error(`${meeting.key} has no action point ${position}`);
          if (point.priority === 'high' && status === 'done') await prove(work, world, { ...row, outcome, moment: new Date(at) });
          await progressActionPoint(work, { projectId: world.projectId, actionPointId: row.id, version: row.version, status, doneOn, outcome, dropReason, dueDate: dueDate ?? row.dueDate });
        },
      })),
    ),
  );

const decisionSteps = (): Step[] =>
  meetings.flatMap((meeting) =>
    (meeting.settled ?? []).map(({ decision, at, by, state, on, note }): Step => ({
      at,
      by,
      action: 'meetings.settleDecision',
      run: async (work, world) => {
        const taken = and(eq(decisions.activityId, need(world.records, meeting.key).id), eq(decisions.position, decision));
        const [row] = await work.tx.select({ id: decisions.id, version: decisions.version }).from(decisions).where(taken);
        if (!row) throw new Error(`${meeting.key} has no decision ${decision}`);
        await settleDecision(work, { projectId: world.projectId, decisionId: row.id, version: row.version, state, settledOn: on, note });
      },
    })),
  );

type Proven = { id: string; number: number; text: string; outcome: string | null; moment: Date };

/** What is of high priority is proven by a file before it is done. */
async function prove(work: ProjectWork, world: World, { id, number, text, outcome, moment }: Proven): Promise<void> {
  const bytes = await makePdf({ title: `Action point ${number}`, lines: [text], blocks: [{ text: outcome ?? '' }], moment, random: world.random });
  const file = { ...(await world.store.put(bytes)), fileName: `action-point-${number}.pdf`, mediaType: 'application/pdf' };
  await attachFile(work, { projectId: world.projectId, id: world.random.id(moment), actionPointId: id, file });
}

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
