import type { SaveActivityForm } from '@/lib/activities/schema';

/** A new record set up like another of its kind; null where nothing of the kind can be. */
export const copyOf = (from: SaveActivityForm, makeId: () => string): SaveActivityForm | null => (from.kind === 'meeting' ? nextOfSeries(from, makeId) : copyOfTraining(from, makeId));

/**
 * The next meeting of a series: title, outputs, place, type, agenda and who is expected, none of them present yet. Its day is the next date that was agreed.
 * Minutes, notes, decisions and action points stay where they were made; what is open is carried over by the series itself.
 */
function nextOfSeries(from: Extract<SaveActivityForm, { kind: 'meeting' }>, makeId: () => string): SaveActivityForm {
  const { projectId, title, description, outputIds, place, venue, detail, participants } = from;
  const dates = { plannedStart: detail.nextDate ?? '', plannedEnd: detail.nextDate ?? '', actualStart: '', actualEnd: '' };
  return {
    ...nothing,
    ...dates,
    ...{ kind: 'meeting', projectId, id: makeId(), version: null, implementation: 'planned', title, description, outputIds: [...outputIds], place, venue },
    sessions: [{ id: makeId(), date: '', hours: '', topic: '' }],
    participants: participants.map(({ personId, role, institutionId, post }) => ({ id: makeId(), personId, person: null, role, institutionId, post, preScore: '', postScore: '', sessionIds: [] })),
    detail: { type: detail.type, minutes: '', restricted: detail.restricted, nextDate: '', seriesId: detail.seriesId || from.id, startTime: detail.startTime, endTime: detail.endTime, expected: detail.expected?.map((row) => ({ ...row })), agenda: detail.agenda.map(({ title: subject, presenter, startsAt, restricted }) => ({ id: makeId(), title: subject, presenter, startsAt, notes: '', restricted })), decisions: [], actionPoints: [] },
  };
}

const nothing = { plannedStart: '', plannedEnd: '', actualStart: '', actualEnd: '', cost: '', costCurrency: '' as const, implementationReason: '', participants: [], headcounts: [], waivers: [], confirmations: [] };

/**
 * A new training set up like another: title, outputs, place, method, topics, and its sessions without their days. Never its people, scores, headcounts,
 * waivers, cost or dates: what happened belongs to the record in which it happened.
 */
export function copyOfTraining(from: SaveActivityForm, makeId: () => string): SaveActivityForm | null {
  if (from.kind !== 'training') return null;
  const { projectId, title, description, outputIds, place, venue, detail, sessions } = from;
  return {
    ...nothing,
    ...{ kind: 'training', projectId, id: makeId(), version: null, implementation: 'planned', title, description, outputIds: [...outputIds], place, venue },
    sessions: sessions.map(({ hours, topic }) => ({ id: makeId(), date: '', hours, topic })),
    detail: { ...detail, topics: [...detail.topics] },
  };
}
