/** Who left or moved, recorded when it became known. `to`: the institution they moved to; null: they left. */
export type Move = { at: string; who: string; lastDay: string; to: string | null; post: string | null };

/** Some of the people trained moved on: what the project's training is worth later depends on where they are. */
export const moves: readonly Move[] = [
  { at: '2018-10-03T09:00', who: 'bo7', lastDay: '2018-09-30', to: 'public-order', post: 'Duty officer' },
  { at: '2018-11-05T09:00', who: 'bo19', lastDay: '2018-10-31', to: 'special-unit', post: 'Investigator' },
  { at: '2018-12-04T09:00', who: 'su3', lastDay: '2018-11-30', to: 'criminal', post: 'Senior inspector' },
  { at: '2019-01-08T09:00', who: 'bo12', lastDay: '2018-12-31', to: null, post: null },
  { at: '2019-02-05T09:00', who: 'cr5', lastDay: '2019-01-31', to: 'special-unit', post: 'Financial investigator' },
  { at: '2019-03-05T09:00', who: 'su7', lastDay: '2019-02-28', to: null, post: null },
  { at: '2019-04-03T09:00', who: 'pr4', lastDay: '2019-03-31', to: 'mup', post: 'Adviser to the minister' },
  { at: '2019-06-04T09:00', who: 'bo26', lastDay: '2019-05-31', to: 'criminal', post: 'Criminal police inspector' },
  { at: '2019-09-10T09:00', who: 'po8', lastDay: '2019-08-31', to: 'border', post: 'Border police officer' },
  { at: '2019-12-10T09:00', who: 'po21', lastDay: '2019-11-30', to: null, post: null },
  { at: '2020-02-11T09:00', who: 'po30', lastDay: '2020-01-31', to: 'criminal', post: 'Criminal police inspector' },
  { at: '2020-06-16T09:00', who: 'cr9', lastDay: '2020-05-31', to: null, post: null },
];

/** People entered a second time by somebody who did not find them, written otherwise: what the queue of duplicates is for. */
export const doubles: readonly { at: string; who: string; written: 'plain' | 'initial' }[] = [
  { at: '2019-06-11T10:00', who: 'po3', written: 'plain' },
  { at: '2019-06-11T10:10', who: 'bo15', written: 'initial' },
];

/** Kept longer than the default, for the ex-post evaluation; a few only until their date, so that it shows what falls due. */
export const retention = { at: '2019-07-26T09:00', until: '2029-07-31', reason: 'Kept for the ex-post evaluation and the archive rules of the Fund', dated: { io1: '2021-07-31', io2: '2021-07-31', al1: '2026-12-31', al2: '2027-03-31', ba1: '2027-03-31' } as Record<string, string> };
