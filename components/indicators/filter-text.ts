import type { useTranslations } from 'next-intl';
import { type MeetingType, meetingTypes, type TrainingType, trainingTypes } from '@/lib/shared/vocabulary';

type T = ReturnType<typeof useTranslations<'indicators'>>;
type Types = (key: `trainingTypes.${TrainingType}` | `meetingTypes.${MeetingType}`) => string;
/** The names of what a filter points at; null: not known here. */
export type FilterNames = { output: string | null; institution: string | null };

/** The type of a training or meeting in words. */
function typeIn(words: Types, type: string): string {
  const training = trainingTypes.find((known) => known === type);
  const meeting = meetingTypes.find((known) => known === type);
  return training ? words(`trainingTypes.${training}`) : meeting ? words(`meetingTypes.${meeting}`) : type;
}

/** What a filter narrows to, in words; '' for none. */
export function filterText(filter: Record<string, unknown>, { t, words, names }: { t: T; words: Types; names: FilterNames }): string {
  const named = (key: 'outputId' | 'institutionId', name: string | null) => (filter[key] ? [t(`filter.${key}`), name].filter(Boolean).join(': ') : null);
  const parts = [
    filter.regional === undefined ? null : t(filter.regional ? 'filter.regional' : 'filter.notRegional'),
    filter.type ? t('filter.type', { type: typeIn(words, String(filter.type)) }) : null,
    filter.topic ? t('filter.topic', { topic: String(filter.topic) }) : null,
    named('outputId', names.output),
    named('institutionId', names.institution),
  ];
  return parts.filter((part) => part !== null).join(', ');
}
