import type { Transaction } from '@/db/client';
import type { Notice } from '../../rules/notice';

/** The moment at which a run asks what is due. */
export type Moment = {
  tx: Transaction;
  now: Date;
  /** calendar date in a project's time zone; null where nobody is reminded of anything (suspended, cancelled) */
  today: (projectId: string) => string | null;
  /** projects of which some member may be written to now: what only members are told need not be gathered for the others */
  listening: readonly string[];
};

/** What one domain has to remind people of now, over all projects. One line in sources/all.ts makes it part of everybody's digest. */
export type NoticeSource = (moment: Moment) => Promise<Notice[]>;
