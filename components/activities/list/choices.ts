import { useTranslations } from 'next-intl';
import { institutionChoices } from '@/components/people/choices';
import { languageOf } from '@/lib/i18n/languages';
import { useFormat } from '@/lib/i18n/use-format';
import { catalogue } from '@/lib/indicators/rules/catalogue';
import type { FilterName } from '@/lib/activities/queries/filters';
import type { ActivityChoices } from '@/lib/activities/queries/list';
import type { InstitutionNode, ProjectInstitution } from '@/lib/institutions/queries';
import { activityKinds, implementationStates, reviewStates } from '@/lib/shared/vocabulary';

export type Choice = { value: string; label: string };
export type ListChoices = ActivityChoices & { institutions: InstitutionNode[]; listed: ProjectInstitution[] };

/** What each filter with a closed list offers, in words; those without one are typed. */
export function useFilterChoices({ results, places, periods, institutions, listed }: ListChoices): Partial<Record<FilterName, Choice[]>> {
  const [t, words] = [useTranslations('activities'), useTranslations('vocabulary')];
  const language = languageOf(useFormat().locale);
  const short = (text: string) => (text.length > 70 ? `${text.slice(0, 68).trimEnd()}…` : text);
  return {
    kind: activityKinds.map((value) => ({ value, label: words(`activityKinds.${value}`) })),
    review: reviewStates.map((value) => ({ value, label: words(`reviewStates.${value}`) })),
    implementation: implementationStates.map((value) => ({ value, label: words(`implementationStates.${value}`) })),
    output: [...results
      .filter((result) => result.level !== 'objective')
      .map(({ code, level, statement }) => ({ value: code, label: `${level === 'output' ? '\u2003' : ''}${code} ${short(statement)}` })), { value: '-', label: t('noOutputOption') }],
    institution: institutionChoices(institutions, listed),
    place: places.map((value) => ({ value, label: value })),
    lacks: [{ value: 'evidence', label: t('lacksOption') }, { value: 'scores', label: t('lacksScoresOption') }],
    stale: [{ value: '1', label: t('staleOption') }],
    counted: catalogue.map((measure) => ({ value: measure.key, label: measure.wording[language].label })),
    period: periods.map(({ id, name }) => ({ value: id, label: name })),
    planned: [{ value: '1', label: t('plannedOption') }],
    costed: [{ value: '1', label: t('costedOption') }],
    mine: [{ value: '1', label: t('mineOption') }],
  };
}
