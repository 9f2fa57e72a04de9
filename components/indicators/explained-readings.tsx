import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { ExplainedFigure } from '@/lib/indicators/queries/explain';
import type { ReadingExplanation, ReadingFact } from '@/lib/indicators/rules/explain/readings';

type Props = { explained: ExplainedFigure; readings: ReadingExplanation; base: string; day?: string; write: (value: number | null) => string };

/** Which reading of which period makes the figure, and why the others do not. */
export function ExplainedReadings({ explained, readings, base, day, write }: Props) {
  const t = useTranslations('indicators.explain');
  const all = useTranslations('indicators');
  const states = useTranslations('vocabulary.reviewStates');
  const periods = explained.detail.periods.map(({ period }) => period);
  const because = (periodId: string) => {
    const out = readings.leftOut.find((line) => line.periodId === periodId);
    if (!out) return readings.n > 1 ? t('oneOf', { n: readings.n }) : t('counts');
    const { reason } = out;
    return reason === 'superseded' || reason === 'noReading' || reason === 'notHandedIn' || reason === 'notBegun' || reason === 'otherPeriod' ? t(`readings.${reason}`) : t('readings.state', { state: states(reason) });
  };
  const format = useFormat();
  const shown = (reading: ReadingFact | null) => {
    const whole = explained.detail.readings?.find(({ id }) => id === reading?.id);
    return <>{reading?.answer ?? write(reading?.value ?? null)}{whole?.denominator != null && <span className="block text-xs text-soft">{all('parts', { part: format.number(whole.numerator), whole: format.number(whole.denominator) })}</span>}</>;
  };
  const lines = [...readings.counted, ...readings.leftOut];
  return (
    <Card title={t('lines')} id="lines" flush>
      <Table stack caption={t('lines')}>
        <thead><tr><Th>{all('period')}</Th><Th numeric>{all('reading.one')}</Th><Th>{t('counts')}</Th></tr></thead>
        <tbody>
          {periods.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row" className="sm:font-normal"><TextLink quiet href={`${base}${day ? `?day=${day}` : ''}#readings`}>{name}</TextLink></th>
              <Td numeric label={all('reading.one')}>{shown(lines.find((line) => line.periodId === id)?.reading ?? null)}</Td>
              <Td label={t('counts')}>{because(id)}</Td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">{t('said')}</th><Td numeric label={all('reading.one')}>{write(readings.value)}</Td><td /></tr></tfoot>
      </Table>
    </Card>
  );
}
