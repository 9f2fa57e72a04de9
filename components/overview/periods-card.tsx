import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { languageOf } from '@/lib/i18n/languages';
import { useFormat } from '@/lib/i18n/use-format';
import type { PeriodCell } from '@/lib/indicators/queries/headline';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import type { FigureValue } from '@/lib/indicators/rules/figures';
import { chosenPeriod, compared } from '@/lib/overview/rules';
import type { PeriodView } from '@/lib/projects/queries';

type Props = { periods: PeriodView[]; cells: PeriodCell[]; asked?: string; today: string; asOf: string | null; path: string; /** where records may be opened; else null */ records: string | null; /** figures as known on this day: goes along when another period is chosen */ day?: string };

/** The figures of one reporting period, beside the one before it and all up to its end. The period is chosen in the address. */
export function PeriodsCard({ periods, cells, asked, today, asOf, path, records, day }: Props) {
  const t = useTranslations('overview');
  const format = useFormat();
  const chosen = chosenPeriod(periods, asked, today);
  if (!chosen) return <Card title={t('periods')} id="periods"><p className="text-soft">{t('noPeriods')}</p></Card>;
  const before = periods[periods.indexOf(chosen) - 1];
  const begun = periods.filter((period) => period.from <= today || period.id === chosen.id);
  return (
    <Card title={t('periods')} id="periods" flush>
      <form action={`${path}#periods`} className="flex flex-wrap items-end gap-2 px-4 pb-3">
        {day && <input type="hidden" name="day" value={day} />}
        <div className="grid min-w-40 gap-1">
          <label htmlFor="period" className="text-xs text-soft">{t('period')}</label>
          <select id="period" name="period" defaultValue={chosen.id} className="control" key={chosen.id}>
            {begun.map((period) => <option key={period.id} value={period.id}>{period.name}</option>)}
          </select>
        </div>
        <button type="submit" className={buttonClass()}>{t('show')}</button>
        <p className="text-xs text-soft">{format.dateRange(chosen.from, chosen.to)}<br />{chosen.frozen ? t('closedNote') : t('openNote', { date: format.date(asOf) })}</p>
      </form>
      <Compared cells={cells} periods={periods} chosen={chosen} before={before} today={today} records={records} />
    </Card>
  );
}

function Compared({ cells, periods, chosen, before, today, records }: { cells: PeriodCell[]; periods: PeriodView[]; chosen: PeriodView; before?: PeriodView; today: string; records: string | null }) {
  const [t, common] = [useTranslations('overview'), useTranslations('common')];
  const format = useFormat();
  const language = languageOf(format.locale);
  const upTo = t('upTo', { date: format.date(chosen.to < today ? chosen.to : today) });
  const value = (figure: FigureValue | null, unit: 'count' | 'share') => (figure === null ? '–' : unit === 'share' ? format.percent(figure.value === null ? null : figure.value / 100) : format.number(figure.value));
  // A share says what it is a share of (DOMAIN §2.6).
  const parts = (figure: FigureValue | null, unit: 'count' | 'share') => unit === 'share' && figure !== null && figure.value !== null && <span className="block text-xs font-normal text-soft">{common('of', { part: figure.numerator, whole: figure.denominator ?? 0 })}</span>;
  const change = (by: number | null, unit: 'count' | 'share') => (by === null ? '–' : unit === 'share' ? t('points', { n: format.points(by) }) : `${by > 0 ? '+' : ''}${format.number(by)}`);
  const opens = (measure: string, periodId: string | undefined, figure: FigureValue | null, text: string) => (records && periodId && (figure?.numerator || figure?.denominator) ? <TextLink quiet href={`${records}/activities?counted=${measure}&period=${periodId}`} className="inline-flex min-h-6 items-center">{text}</TextLink> : text);
  return (
    <Table stack caption={t('periods')}>
      <thead>
        <tr><Th>{t('measure')}</Th><Th numeric>{before?.name ?? '–'}</Th><Th numeric>{chosen.name}</Th><Th numeric>{t('change')}</Th><Th numeric>{upTo}</Th></tr>
      </thead>
      <tbody>
        {compared(cells, periods, chosen).map((line) => (
          <tr key={line.measure}>
            <th scope="row" className="sm:font-normal">{findMeasure(line.measure)?.wording[language].label}</th>
            <Td numeric label={before?.name}>{opens(line.measure, before?.id, line.before, value(line.before, line.unit))}{parts(line.before, line.unit)}</Td>
            <Td numeric label={chosen.name} className="font-semibold">{opens(line.measure, chosen.id, line.own, value(line.own, line.unit))}{parts(line.own, line.unit)}</Td>
            <Td numeric label={t('change')}>{change(line.change, line.unit)}</Td>
            <Td numeric label={upTo}>{value(line.upTo, line.unit)}{parts(line.upTo, line.unit)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
