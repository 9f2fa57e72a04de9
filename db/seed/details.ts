import { addMonths } from '@/lib/shared/dates';
import type { HandOverPlan, ItemPlan } from './data/equipment';
import type { MeetingPlan } from './data/meetings';
import type { TrainingPlan } from './data/trainings';
import { need, type Person, type World } from './world';

const half = (value: number) => Math.round(value * 2) / 2;
const within = (value: number) => Math.min(100, Math.max(0, half(value)));

/** Test scores of one trainee, in half points; nothing for who was not tested, or only one test for who missed a day. */
export function scoresFor(world: World, plan: TrainingPlan, whole: boolean): { preScore: number | null; postScore: number | null } {
  const { random } = world;
  const tested = random.next();
  const pre = within(random.int(34, 60) + random.next());
  const gain = (plan.tests?.gain ?? 0) + (random.next() + random.next() + random.next() - 1.5) * 14;
  if (!plan.tests || tested > plan.tests.share) return { preScore: null, postScore: null };
  return { preScore: pre, postScore: whole ? within(pre + gain) : null };
}

// Meetings begin at ten, and their items share the time.
const minutesEach = 40;
const clock = (minutes: number): string => `${String(10 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Agenda, minutes, decisions and action points as agreed. */
export function meetingDetail(world: World, plan: MeetingPlan, moment: Date) {
  const id = () => world.random.id(moment);
  const actionPoints = plan.points.map(({ text, unit, person, due, priority }) => ({
    ...{ id: id(), text, institutionId: need(world.institutions, unit), personId: person ? need(world.people, person).id : null, dueDate: due, priority },
  }));
  return {
    ...{ type: plan.type, minutes: plan.minutes || null, restricted: plan.restricted ?? false, nextDate: plan.next ?? null },
    ...{ startTime: clock(0), endTime: clock(plan.agenda.length * minutesEach), expected: (plan.expected ?? []).map(([unit, count]) => ({ institutionId: need(world.institutions, unit), count })) },
    agenda: plan.agenda.map(([title, presenter, more], index) => ({ id: id(), title, presenter, startsAt: clock(index * minutesEach), notes: more?.notes ?? null, restricted: more?.restricted ?? false })),
    decisions: plan.decisions.map((text) => ({ id: id(), text })),
    actionPoints,
  };
}

/** One row per serial number, or one for a lot. */
export function equipmentDetail(world: World, plan: HandOverPlan, moment: Date) {
  const receiver = need(world.people, plan.receiver);
  const { name } = world.users.staff;
  return {
    ...{ recipientInstitutionId: need(world.institutions, plan.recipient), hander: `${name}, IOM`, receiver: fullName(receiver), receiverPost: receiver.post },
    terms: 'The items become the property of the recipient, are used for its tasks only, and are open to end-use checks for twelve months.',
    items: plan.items.flatMap((item) => rowsOf(item).map(({ serialNumber, quantity }) => ({ id: world.random.id(moment), serialNumber, quantity, value: item.each * quantity, ...sameOf(plan, item) }))),
  };
}

const rowsOf = (item: ItemPlan): { serialNumber: string | null; quantity: number }[] => (item.serials ? item.serials.map((serialNumber) => ({ serialNumber, quantity: 1 })) : [{ serialNumber: null, quantity: item.lot ?? 1 }]);

const sameOf = (plan: HandOverPlan, item: ItemPlan) => ({
  ...{ description: item.description, category: item.category, make: item.make, model: item.model, currency: 'EUR' as const, usdRate: plan.rate },
  ...{ supplier: plan.supplier, orderNumber: plan.order, purchasedOn: plan.purchased, warrantyEnd: addMonths(plan.purchased, 12 * item.warrantyYears) },
});

export const fullName = (person: Pick<Person, 'givenName' | 'familyName'>): string => `${person.givenName} ${person.familyName}`;
