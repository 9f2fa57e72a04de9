import type { SaveActivityForm } from '@/lib/activities/schema';

/**
 * A new training set up like another: title, outputs, place, method, topics, and its sessions without their days. Never its people, scores, headcounts,
 * waivers, cost or dates: what happened belongs to the record in which it happened.
 */
export function copyOfTraining(from: SaveActivityForm, makeId: () => string): SaveActivityForm | null {
  if (from.kind !== 'training') return null;
  const { projectId, title, description, outputIds, place, venue, detail, sessions } = from;
  const nothing = { plannedStart: '', plannedEnd: '', actualStart: '', actualEnd: '', cost: '', costCurrency: '' as const, implementationReason: '', participants: [], headcounts: [], waivers: [], confirmations: [] };
  return {
    ...nothing,
    ...{ kind: 'training', projectId, id: makeId(), version: null, implementation: 'planned', title, description, outputIds: [...outputIds], place, venue },
    sessions: sessions.map(({ hours, topic }) => ({ id: makeId(), date: '', hours, topic })),
    detail: { ...detail, topics: [...detail.topics] },
  };
}
