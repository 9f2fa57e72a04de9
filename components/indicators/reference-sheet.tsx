import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { languageOf } from '@/lib/i18n/languages';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorDetail } from '@/lib/indicators/queries/detail';
import { combinedAs } from '@/lib/indicators/rules/figures';
import type { LevelTemplate } from '@/lib/shared/vocabulary';
import { filterText } from './filter-text';
import { unitName } from './value';

/** What the indicator is and by which rule its number comes about. */
export function ReferenceSheet({ detail, base, threshold, template }: { detail: IndicatorDetail; base: string; threshold: number; template: LevelTemplate }) {
  const t = useTranslations('indicators');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  const { indicator, measure, resultStatement } = detail;
  const wording = measure?.wording[languageOf(format.locale)];
  const narrowed = filterText(indicator.filter, { t, words, names: { output: detail.resultNames[indicator.filter.outputId ?? ''] ?? null, institution: detail.institutionName(String(indicator.filter.institutionId ?? '')) || null } });
  const items = [
    { label: words(`levelNames.${template}.${detail.resultLevel}`), value: <TextLink href={`${base}/results#${indicator.resultCode}`}>{indicator.resultCode} {resultStatement}</TextLink> },
    ...(indicator.definition ? [{ label: t('definition'), value: indicator.definition }] : []),
    { label: t('unit'), value: unitName(indicator.unit, { yes: t('yes'), no: t('no'), inWords: t('grid.words') }) },
    { label: t('direction'), value: words(`directions.${indicator.direction}`) },
    { label: t('method'), value: words(`indicatorMethods.${indicator.method}`) },
    ...(wording ? [{ label: t('rule'), value: <><span className="font-medium">{wording.label}.</span> {wording.rule}</> }] : [{ label: t('combine'), value: words(`aggregations.${combinedAs(indicator.aggregation, indicator.unit)}`) }]),
    ...(measure?.usesThreshold ? [{ label: t('threshold'), value: t('thresholdText', { share: format.percent(threshold) }) }] : []),
    ...(narrowed ? [{ label: t('filters'), value: narrowed }] : []),
    ...(indicator.source ? [{ label: t('source'), value: indicator.source }] : []),
    ...(indicator.collectionMethod ? [{ label: t('collection'), value: indicator.collectionMethod }] : []),
    ...(indicator.frequency ? [{ label: t('frequency'), value: words(`collectionFrequencies.${indicator.frequency}`) }] : []),
    ...(indicator.responsible ? [{ label: t('responsible'), value: indicator.responsible }] : []),
  ];
  return <Card title={t('sheet')} id="sheet"><DescriptionList items={items} /></Card>;
}
