import type { SaveActivityForm } from '@/lib/activities/schema';
import type { ActivityKind } from '@/lib/shared/vocabulary';

const details: Record<ActivityKind, unknown> = {
  training: { type: '', method: 'in_person', language: '', passMark: '', topics: [] },
  equipment: { recipientInstitutionId: '', hander: '', receiver: '', receiverPost: '', onBehalfOf: '', onBehalfReason: '', terms: '', items: [] },
  meeting: { type: '', minutes: '', restricted: false, nextDate: '', startTime: '', endTime: '', expected: [], seriesId: '', agenda: [], decisions: [], actionPoints: [] },
};

/** The values of an empty form. A meeting has its one session from the start: who attended is ticked against it. */
export function blankActivity(kind: ActivityKind, projectId: string, makeId: () => string): SaveActivityForm {
  const dates = { plannedStart: '', plannedEnd: '', actualStart: '', actualEnd: '' };
  const sessions = kind === 'meeting' ? [{ id: makeId(), date: '', hours: '', topic: '' }] : [];
  const common = { projectId, id: makeId(), version: null, title: '', description: '', outputIds: [], place: '', venue: '', ...dates, cost: '', costCurrency: '', implementation: 'completed' };
  // One literal for all kinds; the kind's own part comes from the table above.
  return { ...common, implementationReason: '', sessions, participants: [], headcounts: [], waivers: [], confirmations: [], kind, detail: details[kind] } as SaveActivityForm;
}
