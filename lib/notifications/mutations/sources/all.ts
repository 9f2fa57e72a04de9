import { dueActionPoints } from './action-points';
import { dueChecks } from './checks';
import { fundDeadlinesDue } from './deadlines';
import { dueFollowUps } from './follow-ups';
import { reportedProgress } from './reported';
import { dueReports } from './reports';
import { waitingReviews } from './reviews';
import type { NoticeSource } from './source';
import { waitingSupervisors } from './supervisors';

/** Everything that people are reminded of. A new reminder is one more file and one more line here. */
export const sources: readonly NoticeSource[] = [reportedProgress, dueActionPoints, waitingReviews, dueFollowUps, waitingSupervisors, dueChecks, dueReports, fundDeadlinesDue];
