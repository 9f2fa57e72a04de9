import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { ActivityRecord } from '@/lib/activities/queries/record';
import { useFormat } from '@/lib/i18n/use-format';
import type { Surroundings } from './surroundings';

/** The indicators that this record feeds, and what it adds to each. */
export function RecordFigures({ record, around }: { record: ActivityRecord; around: Surroundings }) {
  const t = useTranslations('activities');
  const format = useFormat();
  const counts = record.reviewState === 'approved' && record.implementation === 'completed';
  const added = ({ numerator, denominator, unvalued }: ActivityRecord['figures'][number]) =>
    unvalued ? t('addsUnvalued', { n: format.number(numerator), of: unvalued }) : denominator === null ? t('adds', { n: format.number(numerator) }) : t('addsShare', { n: format.number(numerator), of: format.number(denominator) });
  return (
    <Card id="figures" title={t('figures')} description={record.figures.length > 0 ? t('figuresHint') : undefined}>
      {record.figures.length === 0 && <p className="text-soft">{counts ? t('figuresNone') : t('figuresLater')}</p>}
      <ul className="divide-y divide-line">
        {record.figures.map((figure) => (
          <li key={figure.code} className="flex items-baseline justify-between gap-3 py-2 first:pt-0 last:pb-0">
            <span className="min-w-0">
              <TextLink href={`/projects/${around.project.slug}/indicators/${encodeURIComponent(figure.code)}`} className="tabular">
                {figure.code}
              </TextLink>{' '}
              {figure.statement}
            </span>
            <span className="tabular font-medium whitespace-nowrap">{added(figure)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
