import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/page';
import { languageOf } from '@/lib/i18n/languages';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorDetail, PlanChange } from '@/lib/indicators/queries/detail';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import { filterText } from './filter-text';

type Props = { detail: IndicatorDetail; timeZone: string };
const names: Record<string, string> = { aggregation: 'combine', collectionMethod: 'collection', disaggregateBy: 'disaggregate', resultId: 'result' };

/** How the plan of the indicator came to be what it is: who changed what, when and why. */
export function PlanHistory({ detail, timeZone }: Props) {
  const t = useTranslations('indicators.planHistory');
  const reasons = useTranslations('vocabulary.planChangeReasons');
  const format = useFormat();
  if (!detail.changes || detail.changes.length === 0) return null;
  return (
    <Card title={t('title')} id="plan-history" description={t('hint')} flush>
      <ol>
        {detail.changes.map((change) => (
          <li key={change.at} className="grid gap-1 border-t border-line px-4 py-3">
            <p className="text-xs text-soft">{format.moment(new Date(change.at), timeZone)}{change.by && `, ${change.by}`}</p>
            {change.reason && <p><span className="font-medium">{reasons(change.reason)}:</span> {change.note}</p>}
            <Fields change={change} detail={detail} />
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Fields({ change, detail }: { change: PlanChange; detail: IndicatorDetail }) {
  const t = useTranslations('indicators');
  const labels = useTranslations('results.sheet');
  const write = useValue(detail);
  return (
    <ul className="text-sm">
      {Object.entries(change.changes).map(([field, [before, after]]) => (
        <li key={field} className="break-words">
          <span className="text-soft">{field === 'filter' ? t('filters') : field === 'code' ? t('code') : labels((names[field] ?? field) as 'unit')}</span>: <del className="text-soft">{write(field, before)}</del> → <ins className="no-underline">{write(field, after)}</ins>
        </li>
      ))}
    </ul>
  );
}

/** A stored value as people read it. */
function useValue(detail: IndicatorDetail): (field: string, value: unknown) => string {
  const t = useTranslations('indicators');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  const filterIn = (filter: Record<string, unknown>) => filterText(filter, { t, words, names: { output: detail.resultNames[String(filter.outputId ?? '')] ?? null, institution: detail.institutionName(String(filter.institutionId ?? '')) || null } });
  const closed: Record<string, string> = { direction: 'directions', method: 'indicatorMethods', aggregation: 'aggregations', frequency: 'collectionFrequencies' };
  return (field, value) => {
    if (field === 'resultId') return detail.resultNames[String(value)] ?? t('resultGone');
    if (field === 'filter') return filterIn(value as Record<string, unknown>) || '–';
    if (value === null || value === undefined || value === '') return '–';
    if (field === 'measure') return findMeasure(String(value))?.wording[languageOf(format.locale)].label ?? String(value);
    if (closed[field]) return words(`${closed[field]}.${value}` as 'directions.increase');
    if (field === 'milestones') return detail.periods.flatMap(({ period }) => ((value as Record<string, number>)[period.id] === undefined ? [] : [`${period.name}: ${format.number((value as Record<string, number>)[period.id] ?? null)}`])).join('; ') || '–';
    if (Array.isArray(value)) return value.map((one) => words(`disaggregations.${one}` as 'disaggregations.sex')).join(', ') || '–';
    return field === 'baseline' || field === 'target' ? format.number(Number(value)) : String(value);
  };
}
