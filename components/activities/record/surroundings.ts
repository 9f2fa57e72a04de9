import type { RecordOf } from '@/lib/activities/queries/record';
import type { ActivityKind } from '@/lib/shared/vocabulary';
import type { FollowUpView } from '@/lib/trainings/queries';

/** What every part of a record's page may need beside the record. */
export type Surroundings = {
  project: { id: string; slug: string; projectsId: string; timeZone: string; today: string; attendanceThreshold: string };
  institution: (id: string | null) => string;
  followUps: FollowUpView[];
  mayWrite: boolean;
};
export type SummaryProps<K extends ActivityKind> = { record: RecordOf<K>; around: Surroundings };
