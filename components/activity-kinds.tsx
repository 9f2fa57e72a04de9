import type { ComponentType } from 'react';
import { HandOverSummary } from '@/components/activities/hand-over-summary';
import type { SummaryProps, Surroundings } from '@/components/activities/record/surroundings';
import { MeetingSummary } from '@/components/meetings/meeting-summary';
import { TrainingSummary } from '@/components/trainings/training-summary';
import type { ActivityRecord } from '@/lib/activities/queries/record';
import type { ActivityKind } from '@/lib/shared/vocabulary';

/** What the page of a record shows of each kind; the compiler asks for a new one here. The parts of the form stand in activities/form/kinds. */
export const activityKinds = {
  training: { Summary: TrainingSummary },
  equipment: { Summary: HandOverSummary },
  meeting: { Summary: MeetingSummary },
} as const satisfies { [K in ActivityKind]: { Summary: ComponentType<SummaryProps<K>> } };

/** The part of a record that only its kind has. */
export function KindSummary({ record, around }: { record: ActivityRecord; around: Surroundings }) {
  // The kind of the record and its part are one, which the types cannot see over an index.
  const Summary = activityKinds[record.kind].Summary as ComponentType<{ record: ActivityRecord; around: Surroundings }>;
  return <Summary record={record} around={around} />;
}
