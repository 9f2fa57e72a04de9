import type { SaveActivityForm } from '@/lib/activities/schema';
import type { ParticipantRole } from '@/lib/shared/vocabulary';
import { type HandOverPlan, handOvers } from './data/equipment';
import { type Life, lives } from './data/lives';
import { type MeetingPlan, meetings } from './data/meetings';
import facts from './data/px0009.json';
import { spread, type TrainingPlan, trainings } from './data/trainings';
import { equipmentDetail, meetingDetail, scoresFor } from './details';
import { momentOf, need, type Person, type World } from './world';

/** A record of the demo: what the form holds when planned and when delivered, and how it came about. */
export type DemoRecord = { key: string; life: Life; planned: SaveActivityForm; delivered: SaveActivityForm | null };

/** All eighteen records, in the order in which they were planned. */
export function makeRecords(world: World): DemoRecord[] {
  const all = [...trainings.map((plan) => trainingRecord(world, plan)), ...meetingRecords(world), ...handOvers.map((plan) => handOverRecord(world, plan))];
  return all.sort((a, b) => a.life.planned.at.localeCompare(b.life.planned.at));
}

function trainingRecord(world: World, plan: TrainingPlan): DemoRecord {
  const fact = facts.illustrativeActivities.trainings[plan.fact];
  if (!fact || fact.days !== plan.days.length) throw new Error(`training ${plan.key} does not match the file`);
  const life = lifeOf(plan.key);
  const moment = momentOf(life.planned.at);
  const sessions = plan.days.map((day) => ({ id: world.random.id(moment), ...day }));
  const present = (key: string) => sessions.filter((_session, index) => !plan.absent[key]?.includes(index)).map((session) => session.id);
  const row = (key: string, role: ParticipantRole) => ({ ...participant(world, key, role, moment), ...(role === 'trainee' ? scoresFor(world, plan, present(key).length === sessions.length) : {}), sessionIds: present(key) });
  const participants = [...plan.trainers.map((key) => row(key, 'trainer')), ...spread(plan.trainees).map((key) => row(key, 'trainee'))];
  const headcounts = plan.unnamed.map(({ institution, sex, count }) => ({ institutionId: need(world.institutions, institution), sex, count }));
  const detail = { type: plan.type, method: plan.method, language: 'Montenegrin', passMark: null, topics: [...plan.topics] };
  const common = { ...commonOf(world, { key: plan.key, life, title: fact.title, outputs: [fact.output], place: fact.place, venue: plan.venue, description: plan.description }), kind: 'training' as const };
  const dates = { actualStart: plan.days[0]?.date, actualEnd: plan.days.at(-1)?.date };
  const planned = { ...common, ...nothingYet, detail: { ...detail, topics: [] } };
  return { key: plan.key, life, planned, delivered: { ...common, ...dates, implementation: 'completed', cost: plan.cost, costCurrency: 'EUR', sessions, participants, headcounts, waivers: [...plan.waivers], detail } };
}

/** In their order, since a later meeting of a series names the first. */
function meetingRecords(world: World): DemoRecord[] {
  const made = new Map<string, DemoRecord>();
  for (const plan of meetings) made.set(plan.key, meetingRecord(world, plan, plan.series ? need(made, plan.series).planned.id : null));
  return [...made.values()];
}

function meetingRecord(world: World, plan: MeetingPlan, seriesId: string | null): DemoRecord {
  const life = lifeOf(plan.key);
  const moment = momentOf(life.planned.at);
  const session = { id: world.random.id(moment), date: plan.date, hours: 3, topic: null };
  const row = (key: string, role: ParticipantRole) => ({ ...participant(world, key, role, moment), sessionIds: [session.id] });
  const participants = [row(plan.chair, 'chair'), ...plan.members.map((key) => row(key, 'member')), ...plan.observers.map((key) => row(key, 'observer'))];
  const detail = { ...meetingDetail(world, plan, moment), seriesId };
  const common = { ...commonOf(world, { key: plan.key, life, title: plan.title, outputs: [plan.output], place: plan.place, venue: plan.venue, description: null }), kind: 'meeting' as const };
  const state = plan.postponed ? { implementation: 'postponed' as const, implementationReason: plan.postponed } : {};
  const planned = { ...common, ...nothingYet, ...state, detail: { ...detail, minutes: null, agenda: detail.agenda.map((item) => ({ ...item, notes: null })), decisions: [], actionPoints: [] } };
  const delivered = life.recorded && { ...common, actualStart: plan.date, actualEnd: plan.date, implementation: 'completed' as const, sessions: [session], participants, headcounts: [], waivers: [], detail };
  return { key: plan.key, life, planned, delivered };
}

function handOverRecord(world: World, plan: HandOverPlan): DemoRecord {
  const life = lifeOf(plan.key);
  const detail = equipmentDetail(world, plan, momentOf(life.planned.at));
  const common = { ...commonOf(world, { key: plan.key, life, title: plan.title, outputs: ['1.4'], place: plan.place, venue: plan.venue, description: plan.description }), kind: 'equipment' as const };
  const planned = { ...common, ...nothingYet, detail: { ...detail, items: [] } };
  return { key: plan.key, life, planned, delivered: { ...common, actualStart: plan.date, actualEnd: plan.date, implementation: 'completed', sessions: [], participants: [], headcounts: [], waivers: [], detail } };
}

const nothingYet = { implementation: 'planned' as const, sessions: [], participants: [], headcounts: [], waivers: [] };
const lifeOf = (key: string): Life => need(new Map(Object.entries(lives)), key);

type Common = { key: string; life: Life; title: string; outputs: string[]; place: string; venue: string; description: string | null };
const commonOf = (world: World, { life, title, outputs, place, venue, description }: Common) => ({
  ...{ projectId: world.projectId, id: world.random.id(momentOf(life.planned.at)), version: null, title, description, place, venue },
  ...{ outputIds: outputs.map((code) => need(world.outputs, code)), plannedStart: life.planned.start, plannedEnd: life.planned.end },
});

// The person travels along; whether they are new to the register is known only when the record is saved.
function participant(world: World, key: string, role: ParticipantRole, moment: Date) {
  const { key: _key, ...person }: Person = need(world.people, key);
  return { id: world.random.id(moment), personId: person.id, person, role, institutionId: person.institutionId, post: person.post };
}
