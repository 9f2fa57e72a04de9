import type { Sex, TrainingMethod, TrainingType } from '@/lib/shared/vocabulary';

export type TrainingPlan = {
  key: string;
  /** place in the list of the file, which gives title, place and output */
  fact: number;
  type: TrainingType;
  method: TrainingMethod;
  days: readonly { date: string; hours: number; topic: string }[];
  topics: readonly string[];
  /** 'bo1-22' = bo1 … bo22 */
  trainees: readonly string[];
  /** who missed which days (0 = first) */
  absent: Record<string, readonly number[]>;
  trainers: readonly string[];
  unnamed: readonly { institution: string; sex: Sex; count: number }[];
  /** share of trainees with both tests, and the middle of the gain in points */
  tests: { share: number; gain: number } | null;
  description: string;
  venue: string;
  cost: number;
  waivers: readonly { requirement: string; reason: string }[];
};

export const trainings: readonly TrainingPlan[] = [
  {
    key: 'TR1', fact: 0, type: 'course', method: 'in_person',
    days: [{ date: '2018-05-15', hours: 6.5, topic: 'Indicators of trafficking and smuggling at the border' }, { date: '2018-05-16', hours: 6, topic: 'First interview and referral: exercises' }],
    topics: ['Identification', 'Trafficking in human beings', 'Smuggling of migrants'],
    trainees: ['bo1-22'], absent: { bo9: [1], bo14: [0] }, trainers: ['io2', 'su4'], unnamed: [], tests: { share: 0.95, gain: 29 },
    description: 'For officers of the border crossings on the coast. Worked with the indicator checklist and mixed groups.',
    venue: 'Harbour master conference room', cost: 3240, waivers: [],
  },
  {
    key: 'TR2', fact: 1, type: 'workshop', method: 'in_person',
    days: [
      { date: '2018-06-12', hours: 6, topic: 'Trauma and memory: what an interview can and cannot give' },
      { date: '2018-06-13', hours: 6.5, topic: 'Gender-sensitive interviewing' },
      { date: '2018-06-14', hours: 5, topic: 'Role play and feedback' },
    ],
    topics: ['Interviewing', 'Victim-centred approach', 'Gender'],
    trainees: ['su1-8', 'bo19-28'], absent: { bo25: [2] }, trainers: ['io2'], unnamed: [], tests: { share: 0.9, gain: 27 },
    description: 'Interview practice with actors. No real case was discussed.',
    venue: 'Hotel conference room', cost: 5160, waivers: [{ requirement: 'agenda', reason: 'The agenda was shown on screen only; the sessions and their topics stand in the record.' }],
  },
  {
    key: 'TR3', fact: 2, type: 'course', method: 'in_person',
    days: [{ date: '2018-10-09', hours: 6.5, topic: 'Following the money: payments, transfers, couriers' }, { date: '2018-10-10', hours: 6.5, topic: 'Open sources and social networks' }],
    topics: ['Financial investigation', 'Online investigation', 'Smuggling of migrants'],
    trainees: ['su4-10', 'cr1-8'], absent: { cr3: [0] }, trainers: ['io2', 'pr1'], unnamed: [], tests: { share: 0.95, gain: 25 },
    description: 'Exercises on prepared data sets.',
    venue: 'Police training room', cost: 2480, waivers: [],
  },
  {
    key: 'TR4', fact: 3, type: 'workshop', method: 'in_person',
    days: [{ date: '2018-11-20', hours: 6, topic: 'Joint investigation teams: when, how, with whom' }, { date: '2018-11-21', hours: 5.5, topic: 'Mutual legal assistance: drafting a request' }],
    topics: ['Joint investigation teams', 'Mutual legal assistance'],
    trainees: ['pr1-10', 'cr6-15'], absent: { pr7: [1], cr12: [1] }, trainers: ['io2'], unnamed: [], tests: { share: 0.85, gain: 26 },
    description: 'Prosecutors and inspectors worked in pairs on a made-up case with partners in two countries.',
    venue: 'Hotel conference room', cost: 4390, waivers: [],
  },
  {
    key: 'TR5', fact: 4, type: 'course', method: 'in_person',
    days: [{ date: '2019-04-09', hours: 6, topic: 'First contact: what to see, ask and pass on' }],
    topics: ['Identification', 'First contact'],
    trainees: ['po1-36'], absent: { po22: [0] }, trainers: ['bo3', 'su2'], unnamed: [{ institution: 'public-order', sex: 'male', count: 3 }, { institution: 'public-order', sex: 'female', count: 1 }],
    tests: { share: 0.9, gain: 28 },
    description: 'Held in two rounds on the same day, morning and afternoon; everybody attended one of them, so the record has one session.',
    venue: 'Security centre, large hall', cost: 2870, waivers: [],
  },
  {
    key: 'TR6', fact: 5, type: 'training_of_trainers', method: 'in_person',
    days: [{ date: '2019-05-21', hours: 6, topic: 'Planning a session for adults' }, { date: '2019-05-22', hours: 5.5, topic: 'Trial lessons and feedback' }],
    topics: ['Training of trainers'],
    trainees: ['bo3', 'bo11', 'bo20', 'cr2', 'cr9', 'po4', 'po13', 'po27'], absent: {}, trainers: ['io2'], unnamed: [], tests: null,
    description: 'For officers who will pass the content on in their units.',
    venue: 'Police training room', cost: 1650, waivers: [],
  },
];

/** 'bo1-22' → bo1, bo2 … bo22 */
export function spread(keys: readonly string[]): string[] {
  return keys.flatMap((entry) => {
    const range = /^([a-z]+)(\d+)-(\d+)$/.exec(entry);
    if (!range) return [entry];
    const [, prefix, from, to] = range;
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => `${prefix}${Number(from) + index}`);
  });
}
