import type { EvidenceKind, ReviewStep } from '@/lib/shared/vocabulary';
import type { Actor } from '../world';

export type LifeStep = { at: string; by: Actor; step: ReviewStep; note?: string };

/** How a record came about: planned, recorded as delivered, proven, reviewed. Moments 'YYYY-MM-DDTHH:MM', UTC. */
export type Life = {
  planned: { at: string; by: Actor; start: string; end: string };
  /** null: never delivered */
  recorded: { at: string; by: Actor } | null;
  evidence: readonly EvidenceKind[];
  steps: readonly LifeStep[];
};

const approved = (submittedAt: string, approvedAt: string, by: Actor = 'manager', note?: string): LifeStep[] => [
  { at: submittedAt, by: 'staff', step: 'submitted' },
  { at: approvedAt, by, step: 'approved', ...(note ? { note } : {}) },
];

/** By the keys of the plans. In closed periods everything is approved; the open one shows every state. */
export const lives: Record<string, Life> = {
  ME1: { planned: { at: '2018-02-05T09:10', by: 'staff', start: '2018-02-22', end: '2018-02-22' }, recorded: { at: '2018-02-26T09:30', by: 'staff' }, evidence: ['minutes', 'agenda', 'signed_list'], steps: approved('2018-02-26T10:20', '2018-02-28T12:05') },
  ME2: { planned: { at: '2018-03-20T08:40', by: 'staff', start: '2018-04-19', end: '2018-04-19' }, recorded: { at: '2018-04-23T08:15', by: 'staff' }, evidence: ['minutes', 'agenda'], steps: approved('2018-04-23T09:00', '2018-04-25T13:10') },
  TR1: {
    planned: { at: '2018-04-03T10:00', by: 'staff', start: '2018-05-08', end: '2018-05-09' },
    recorded: { at: '2018-05-18T08:05', by: 'staff' },
    evidence: ['signed_list', 'agenda', 'test_sheet', 'photo'],
    steps: [
      { at: '2018-05-18T09:40', by: 'staff', step: 'submitted' },
      { at: '2018-05-21T11:00', by: 'manager', step: 'returned', note: 'Two attendance marks differ from the signed list, lines 11 and 16. Please compare and send again.' },
      { at: '2018-05-22T09:15', by: 'staff', step: 'submitted', note: 'Compared with the signed list; marks corrected.' },
      { at: '2018-05-23T08:30', by: 'manager', step: 'approved' },
    ],
  },
  TR2: { planned: { at: '2018-05-02T09:00', by: 'staff', start: '2018-06-12', end: '2018-06-14' }, recorded: { at: '2018-06-18T08:20', by: 'staff' }, evidence: ['signed_list', 'photo'], steps: approved('2018-06-18T10:00', '2018-06-20T12:30', 'reviewer') },
  EQ1: { planned: { at: '2018-05-28T11:00', by: 'staff', start: '2018-06-28', end: '2018-06-28' }, recorded: { at: '2018-06-29T09:00', by: 'staff' }, evidence: ['certificate', 'photo'], steps: approved('2018-06-29T09:45', '2018-07-02T10:10') },
  ME3: { planned: { at: '2018-06-20T08:00', by: 'staff', start: '2018-07-12', end: '2018-07-12' }, recorded: { at: '2018-07-16T08:35', by: 'manager' }, evidence: ['minutes', 'signed_list'], steps: [{ at: '2018-07-16T09:20', by: 'manager', step: 'submitted' }, { at: '2018-07-18T11:40', by: 'reviewer', step: 'approved' }] },
  ME4: { planned: { at: '2018-08-27T09:00', by: 'staff', start: '2018-09-19', end: '2018-09-19' }, recorded: { at: '2018-09-28T08:10', by: 'staff' }, evidence: ['minutes', 'agenda'], steps: approved('2018-09-28T08:50', '2018-10-01T10:00', 'reviewer') },
  TR3: { planned: { at: '2018-09-03T09:00', by: 'staff', start: '2018-10-09', end: '2018-10-10' }, recorded: { at: '2018-10-12T08:30', by: 'staff' }, evidence: ['signed_list', 'agenda', 'test_sheet'], steps: approved('2018-10-12T10:10', '2018-10-16T09:20') },
  ME5: { planned: { at: '2018-09-24T08:00', by: 'staff', start: '2018-10-25', end: '2018-10-25' }, recorded: { at: '2018-10-29T08:45', by: 'staff' }, evidence: ['minutes', 'agenda', 'signed_list'], steps: approved('2018-10-29T09:30', '2018-10-31T14:00') },
  EQ2: { planned: { at: '2018-10-01T09:00', by: 'staff', start: '2018-10-30', end: '2018-10-30' }, recorded: { at: '2018-11-02T09:10', by: 'staff' }, evidence: ['certificate', 'photo'], steps: approved('2018-11-02T09:50', '2018-11-06T08:40', 'reviewer') },
  TR4: { planned: { at: '2018-10-15T09:00', by: 'staff', start: '2018-11-20', end: '2018-11-21' }, recorded: { at: '2018-11-23T08:40', by: 'staff' }, evidence: ['signed_list', 'agenda', 'test_sheet', 'photo'], steps: approved('2018-11-23T10:30', '2018-11-27T12:00') },
  ME6: { planned: { at: '2018-10-22T10:00', by: 'staff', start: '2018-12-05', end: '2018-12-05' }, recorded: { at: '2018-12-10T08:20', by: 'staff' }, evidence: ['minutes', 'agenda', 'signed_list', 'photo'], steps: approved('2018-12-10T09:30', '2018-12-12T11:15', 'manager', 'Countries and lists checked against the signed sheet.') },
  EQ3: { planned: { at: '2019-01-21T09:00', by: 'staff', start: '2019-02-12', end: '2019-02-12' }, recorded: { at: '2019-02-21T08:30', by: 'staff' }, evidence: ['certificate', 'photo'], steps: approved('2019-02-21T09:10', '2019-02-25T10:30') },
  ME7: {
    planned: { at: '2019-02-18T08:00', by: 'staff', start: '2019-03-14', end: '2019-03-14' },
    recorded: { at: '2019-03-18T08:40', by: 'staff' },
    evidence: ['agenda', 'minutes'],
    steps: [
      { at: '2019-03-18T09:20', by: 'staff', step: 'submitted' },
      { at: '2019-03-21T10:05', by: 'manager', step: 'returned', note: 'The minutes name no responsible unit for the second action point, and the signed list is missing. Please add both.' },
    ],
  },
  TR5: { planned: { at: '2019-02-25T09:00', by: 'staff', start: '2019-04-09', end: '2019-04-09' }, recorded: { at: '2019-04-12T08:20', by: 'staff' }, evidence: ['signed_list', 'agenda', 'test_sheet', 'photo'], steps: [{ at: '2019-07-22T09:30', by: 'staff', step: 'submitted', note: 'Four officers are entered without names, as their unit asked.' }] },
  TR6: {
    planned: { at: '2019-04-08T09:00', by: 'staff', start: '2019-05-21', end: '2019-05-22' },
    recorded: { at: '2019-05-24T08:30', by: 'staff' },
    evidence: ['agenda', 'signed_list'],
    steps: [
      { at: '2019-05-24T09:10', by: 'staff', step: 'submitted' },
      { at: '2019-05-28T10:40', by: 'reviewer', step: 'returned', note: 'The signed list shows one day only. Is the second day on another sheet?' },
      { at: '2019-06-03T08:20', by: 'staff', step: 'withdrawn', note: 'The sheet of the second day is still with the host; to be submitted again when it arrives.' },
    ],
  },
  EQ4: {
    planned: { at: '2019-04-29T09:00', by: 'staff', start: '2019-05-30', end: '2019-05-30' },
    recorded: { at: '2019-06-03T09:10', by: 'staff' },
    evidence: ['certificate', 'photo'],
    steps: [...approved('2019-06-03T09:50', '2019-06-05T11:20'), { at: '2019-07-08T09:00', by: 'manager', step: 'reopened', note: 'The printer on the certificate has another serial number than the one entered.' }],
  },
  ME8: { planned: { at: '2019-06-10T09:00', by: 'staff', start: '2019-07-18', end: '2019-07-18' }, recorded: null, evidence: [], steps: [] },
};
