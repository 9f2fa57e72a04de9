import type { RecordOf } from '@/lib/activities/queries/record';
import type { LearningView } from '@/lib/learning/queries/record';
import type { LinkView } from '@/lib/links/queries';
import type { ActivityKind } from '@/lib/shared/vocabulary';
import type { SigningView } from '@/lib/signing/queries/record';

/** What every part of a record's page may need beside the record. */
export type Surroundings = {
  project: { id: string; slug: string; projectsId: string; timeZone: string; today: string; attendanceThreshold: string };
  institution: (id: string | null) => string;
  /** what came of a training; null for other kinds */
  learning: LearningView | null;
  /** the newest link of each follow-up and purpose, or of a hand-over's signature */
  links: LinkView[];
  /** of a hand-over: its certificate and how it is signed */
  signing: SigningView | null;
  mayWrite: boolean;
};
export type SummaryProps<K extends ActivityKind> = { record: RecordOf<K>; around: Surroundings };
