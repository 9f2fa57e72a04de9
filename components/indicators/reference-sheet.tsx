import { useTranslations } from 'next-intl';
import { DescriptionList } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { languageOf } from '@/lib/i18n/languages';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorDetail } from '@/lib/indicators/queries/detail';
import type { LevelTemplate } from '@/lib/shared/vocabulary';

/** What the indicator is and by which rule its number comes about. */
export function ReferenceSheet({ detail, base, threshold, template }: { detail: IndicatorDetail; base: string; threshold: number; template: LevelTemplate }) {
  const t = useTranslations('indicators');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  const { indicator, measure, resultStatement } = detail;
  const wording = measure?.wording[languageOf(format.locale)];
  const items = [
    { label: words(`levelNames.${template}.${detail.resultLevel}`), value: <TextLink href={`${base}/results#${indicator.resultCode}`}>{indicator.resultCode} {resultStatement}</TextLink> },
    ...(indicator.definition ? [{ label: t('definition'), value: indicator.definition }] : []),
    { label: t('unit'), value: indicator.unit },
    { label: t('direction'), value: words(`directions.${indicator.direction}`) },
    { label: t('method'), value: words(`indicatorMethods.${indicator.method}`) },
    ...(wording ? [{ label: t('rule'), value: <><span className="font-medium">{wording.label}.</span> {wording.rule}</> }] : [{ label: t('combine'), value: words(`aggregations.${indicator.aggregation}`) }]),
    ...(measure?.usesThreshold ? [{ label: t('threshold'), value: t('thresholdText', { share: format.percent(threshold) }) }] : []),
    ...(filterText(indicator.filter, t) ? [{ label: t('filters'), value: filterText(indicator.filter, t) }] : []),
    ...(indicator.source ? [{ label: t('source'), value: indicator.source }] : []),
    ...(indicator.collectionMethod ? [{ label: t('collection'), value: indicator.collectionMethod }] : []),
    ...(indicator.frequency ? [{ label: t('frequency'), value: words(`collectionFrequencies.${indicator.frequency}`) }] : []),
    ...(indicator.responsible ? [{ label: t('responsible'), value: indicator.responsible }] : []),
  ];
  return <Card title={t('sheet')} id="sheet"><DescriptionList items={items} /></Card>;
}

type T = ReturnType<typeof useTranslations<'indicators'>>;

/** What a filter narrows to, in words; '' for none. */
export function filterText(filter: Record<string, unknown>, t: T): string {
  const parts = [
    filter.regional === undefined ? null : t(filter.regional ? 'filter.regional' : 'filter.notRegional'),
    filter.outputId ? t('filter.outputId') : null,
    filter.institutionId ? t('filter.institutionId') : null,
    filter.type ? t('filter.type', { type: String(filter.type) }) : null,
    filter.topic ? t('filter.topic', { topic: String(filter.topic) }) : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}
