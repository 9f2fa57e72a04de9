export type FollowUpRound = { training: string; at: string; /** of those due, who answered */ share: number; /** of those, who apply the training */ applied: number; /** of those, whom the supervisor confirms */ confirmed: number };

/** Three-month follow-ups, one round per training; the trainings of spring 2019 were not approved and have none. */
export const followUpRounds: readonly FollowUpRound[] = [
  { training: 'TR1', at: '2018-08-27T10:00', share: 0.85, applied: 0.8, confirmed: 0.85 },
  { training: 'TR2', at: '2018-09-24T10:00', share: 0.8, applied: 0.8, confirmed: 0.85 },
  { training: 'TR3', at: '2019-01-21T10:00', share: 0.8, applied: 0.75, confirmed: 0.85 },
  { training: 'TR4', at: '2019-03-04T10:00', share: 0.6, applied: 0.7, confirmed: 0.8 },
];
