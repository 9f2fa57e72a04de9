import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Th } from '@/components/ui/table';
import type { ExplainedFigure } from '@/lib/indicators/queries/explain';
import type { ReadingExplanation, ReadingFact } from '@/lib/indicators/rules/explain/readings';

type Props = { explained: ExplainedFigure; readings: ReadingExplanation; base: string; write: (value: number | null) => string };

/** Which reading of which period makes the figure, and why the others do not. */
export function ExplainedReadings({ explained, readings, base, write }: Props) {
  const t = useTranslations('indicators.explain');
  const all = useTranslations('indicators');
  const states = useTranslations('vocabulary.reviewStates');
  const periods = explained.detail.periods.map(({ period }) => period);
  const because = (periodId: string) => {
    const out = readings.leftOut.find((line) => line.periodId === periodId);
    if (!out) return readings.n > 1 ? t('oneOf', { n: readings.n }) : t('counts');
    const { reason } = out;
    return reason === 'superseded' || reason === 'noReading' || reason === 'notBegun' || reason === 'otherPeriod' ? t(`readings.${reason}`) : t('readings.state', { state: states(reason) });
  };
  const shown = (reading: ReadingFact | null) => reading?.answer ?? write(reading?.value ?? null);
  const lines = [...readings.counted, ...readings.leftOut];
  return (
    <Card title={t('lines')} id="lines" flush>
      <Table caption={t('lines')}>
        <thead><tr><Th>{all('period')}</Th><Th numeric>{all('reading.one')}</Th><Th>{t('counts')}</Th></tr></thead>
        <tbody>
          {periods.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row" className="font-normal"><TextLink quiet href={`${base}#readings`}>{name}</TextLink></th>
              <td className="num">{shown(lines.find((line) => line.periodId === id)?.reading ?? null)}</td>
              <td>{because(id)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{t('said')}</th><td className="num">{write(readings.value)}</td><td /></tr></tfoot>
      </Table>
    </Card>
  );
}
