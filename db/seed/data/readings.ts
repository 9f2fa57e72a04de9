export type ReadingPlan = { code: string; /** place of the period, 0 = first */ period: number; at: string; value: number; source: string; comment?: string; approvedAt?: string };

const casesRegister = 'Case-conference register, counts only';
const referralRegister = 'Referral register, counts only';
const statistics = 'Police Administration annual statistics';

/** Aggregates only. Where a period has no reading there is no data; victims (0.b) have none at all. */
export const readings: readonly ReadingPlan[] = [
  { code: '1.b', period: 0, at: '2018-08-20T09:00', value: 1, source: casesRegister, approvedAt: '2018-08-24T09:00' },
  { code: '1.1.c', period: 0, at: '2018-08-20T09:20', value: 0, source: 'Minutes of the coordination meetings', comment: 'Drafting begins in September.', approvedAt: '2018-08-24T09:10' },
  { code: '0.a', period: 1, at: '2019-02-18T09:00', value: 14, source: statistics, comment: 'Calendar year 2018.', approvedAt: '2019-02-22T09:00' },
  { code: '1.b', period: 1, at: '2019-02-18T09:20', value: 3, source: casesRegister, approvedAt: '2019-02-22T09:10' },
  { code: '1.c', period: 1, at: '2019-02-18T09:40', value: 6, source: referralRegister, comment: 'First half-year with registers at all crossings.', approvedAt: '2019-02-22T09:20' },
  { code: '1.b', period: 2, at: '2019-07-15T09:00', value: 2, source: casesRegister, comment: 'Until the end of June.' },
  { code: '1.1.c', period: 2, at: '2019-07-15T09:20', value: 1, source: 'Endorsed copy of the procedure', comment: 'Endorsed by the heads of the four services on 28 June.' },
];
