import { useTranslations } from 'next-intl';
import { type StateCounts, StateStack, stateOrder } from '@/components/charts/state-stack';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { IndicatorFigure } from '@/lib/indicators/queries/figures';
import { trendOf } from '@/lib/overview/rules';
import type { PeriodView } from '@/lib/projects/queries';
import type { ResultNode } from '@/lib/results/queries';
import type { LevelTemplate } from '@/lib/shared/vocabulary';

/** Indicators as they stood at the end of periods that are over, oldest first. */
export type Moment = { period: PeriodView; figures: IndicatorFigure[] };
type Props = { results: ResultNode[]; moments: Moment[]; indicators: IndicatorFigure[]; /** null: no list of that day */ base: string | null; template: LevelTemplate; /** the last column is as known on this day of the past */ day?: string };

/** Of the indicators below each outcome, how many were on their way at the end of each period, and now; each number opens those indicators. */
export function TrendsCard({ results, moments, indicators, base, template, day }: Props) {
  const [t, levels] = [useTranslations('overview'), useTranslations('vocabulary.levelNames')];
  const format = useFormat();
  const outcomes = results.filter(({ level }) => level === 'outcome');
  const lines = trendOf([...outcomes.map(({ id }) => id), null], [...moments.map(({ figures }) => figures), indicators]);
  if (lines.length === 0) return <Card title={t('cards.trends')} id="trends"><p className="text-soft">{t('noTrends')}</p></Card>;
  const columns = [...moments.map(({ period }) => ({ name: period.name, at: `&at=${period.id}` })), { name: day ? format.date(day) : t('now'), at: '' }];
  return (
    <Card title={t('cards.trends')} id="trends" description={t('trendsHint')} flush>
      <Table stack caption={t('cards.trends')}>
        <thead>
          <tr><Th>{levels(`${template}.outcome`)}</Th>{columns.map(({ name }) => <Th key={name} className="whitespace-normal!">{name}</Th>)}</tr>
        </thead>
        <tbody>
          {lines.map((line) => {
            const outcome = outcomes.find(({ id }) => id === line.outcomeId);
            return (
              <tr key={line.outcomeId}>
                <th scope="row" className="sm:min-w-56 sm:font-normal">{outcome && <span className="tabular mr-1.5 text-soft">{outcome.code}</span>}{outcome?.statement ?? levels(`${template}.objective`)}</th>
                {!line.targeted.includes(true) && <Td colSpan={columns.length} label={t('state')}><NoTargets href={base && `${base}/indicators?outcome=${outcome?.code ?? '-'}`} /></Td>}
                {line.targeted.includes(true) && columns.map(({ name, at }, column) => {
                  const counts = line.columns[column];
                  return <Td key={name} label={name} className="min-w-16 sm:align-bottom">{counts && <Standing counts={counts} targeted={line.targeted[column] ?? false} href={base && `${base}/indicators?outcome=${outcome?.code ?? '-'}${at}`} />}</Td>;
                })}
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Card>
  );
}

function Standing({ counts, targeted, href }: { counts: StateCounts; targeted: boolean; href: string | null }) {
  const [common, words] = [useTranslations('common'), useTranslations('vocabulary.indicatorStates')];
  const whole = stateOrder.reduce((sum, state) => sum + counts[state], 0);
  if (whole === 0) return '–';
  if (!targeted) return <NoTargets href={href} />;
  const said = stateOrder.filter((state) => counts[state] > 0).map((state) => `${words(state)} ${counts[state]}`).join(', ');
  const onWay = common('of', { part: counts.achieved + counts.on_track, whole });
  return (
    <>
      <StateStack upright counts={counts} label={said} className="max-w-14 max-sm:hidden" />
      {href ? <TextLink quiet href={href} className="tabular inline-flex min-h-6 items-center whitespace-nowrap">{onWay}</TextLink> : <span className="tabular whitespace-nowrap">{onWay}</span>}
      <span className="block text-xs text-soft sm:hidden">{said}</span>
    </>
  );
}

/** What has no target can be on no way: that is no score of nought. */
function NoTargets({ href }: { href: string | null }) {
  const t = useTranslations('overview');
  return href ? <TextLink quiet href={href} className="inline-flex min-h-6 items-center text-soft">{t('noTargets')}</TextLink> : <span className="text-soft">{t('noTargets')}</span>;
}
