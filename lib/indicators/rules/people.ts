import type { LeftOut, Reason, Verdict } from './explain/verdict';
import { institutionReason, personLeftOut, recordLeftOut, recordReason } from './explain/weigh';
import type { ActivityFact, Contribution, MeasureFilter, ParticipantFact } from './facts';
import { entry } from './grid';
import { activitiesOf, type FactIndex } from './index-of-facts';

/** A person in one activity; in the order of activities the first is what first qualified them. */
export type First = { activity: ActivityFact; row: ParticipantFact };
type Kind = 'training' | 'meeting';
/** Everybody a measure of people looks at: who attended, and who or which record did not count with the reason why. */
type Seen = { attended: readonly First[]; leftOut: readonly LeftOut[] };

/** Trainees of trainings, all roles of meetings, present in enough of the sessions (DOMAIN §2.2). */
function attendanceReason(index: FactIndex, { row, activity }: First, kind: Kind, filter: MeasureFilter): Reason | null {
  if (kind === 'training' && row.role !== 'trainee') return { key: 'notTrainee' };
  if (index.attended(row)) return institutionReason(index, row.institutionId, filter);
  return row.sessionsPresent === 0 ? { key: 'absent' } : { key: 'belowThreshold', present: row.sessionsPresent, sessions: activity.sessions };
}

const found = new WeakMap<FactIndex, Map<string, Seen>>();

/** Several measures ask the same, so the answer is kept. */
function seen(index: FactIndex, kind: Kind, filter: MeasureFilter, asOf: string): Seen {
  const known = entry(found, index, () => new Map<string, Seen>());
  return entry(known, `${kind} ${asOf} ${JSON.stringify(filter)}`, () => look(index, kind, filter, asOf));
}

function look(index: FactIndex, kind: Kind, filter: MeasureFilter, asOf: string): Seen {
  const attended: First[] = [];
  const leftOut: LeftOut[] = [];
  for (const activity of activitiesOf(index, kind)) {
    const rows = index.participants.get(activity.id) ?? [];
    const unnamed = index.headcounts.get(activity.id) ?? [];
    const whole = recordReason(index, activity, filter, asOf);
    if (whole) leftOut.push(recordLeftOut(activity, whole, rows.length + unnamed.reduce((sum, { count }) => sum + count, 0)));
    if (whole) continue;
    for (const row of rows) {
      const reason = attendanceReason(index, { activity, row }, kind, filter);
      if (reason) leftOut.push(personLeftOut(activity, row, reason));
      else attended.push({ activity, row });
    }
    for (const { institutionId, count } of unnamed) leftOut.push({ subject: { kind: 'headcount', id: institutionId }, activityId: activity.id, date: activity.endDate, n: count, reason: { key: 'unnamed' } });
  }
  return { attended, leftOut };
}

/** Everyone who attended, one row per person and activity, oldest first. */
export const attendees = (index: FactIndex, kind: Kind, filter: MeasureFilter, asOf: string): readonly First[] => seen(index, kind, filter, asOf).attended;

/** Each person once, at the activity that first qualified them: oldest end first (DOMAIN §2.3). */
export function firstCounts(index: FactIndex, kind: Kind, filter: MeasureFilter, asOf: string): First[] {
  const first = new Map<string, First>();
  for (const one of attendees(index, kind, filter, asOf)) if (!first.has(one.row.personId)) first.set(one.row.personId, one);
  return [...first.values()];
}

/** What a measure makes of somebody who attended: what they add, or why they do not. */
type Add = (one: First) => Contribution | Reason;
const verdictOf = (one: First, made: Contribution | Reason): Verdict => ('key' in made ? personLeftOut(one.activity, one.row, made) : { subject: { kind: 'person', id: one.row.personId }, adds: made });

/** Measures of people: everyone who attended, counted or left out by `add`, and everybody else with the reason why. */
export function judgeAttendees(index: FactIndex, kind: Kind, filter: MeasureFilter, asOf: string, add: Add = (one) => personContribution(one)): Verdict[] {
  const { attended, leftOut } = seen(index, kind, filter, asOf);
  return [...attended.map((one) => verdictOf(one, add(one))), ...leftOut];
}

/** The same where each person counts once: later activities are left out, and say which counted before. */
export function judgeFirst(index: FactIndex, kind: Kind, filter: MeasureFilter, asOf: string, add: Add = (one) => personContribution(one)): Verdict[] {
  const before = new Map<string, string>();
  return judgeAttendees(index, kind, filter, asOf, (one) => {
    const activityId = before.get(one.row.personId);
    if (activityId !== undefined) return { key: 'countedBefore', activityId };
    before.set(one.row.personId, one.activity.id);
    return add(one);
  });
}

/** One person in one activity as a contribution. */
export const personContribution = ({ activity, row }: First, numerator = 1, denominator: number | null = null): Contribution => ({
  activityId: activity.id,
  personId: row.personId,
  date: activity.endDate,
  institutionId: row.institutionId,
  sex: row.sex,
  numerator,
  denominator,
});
