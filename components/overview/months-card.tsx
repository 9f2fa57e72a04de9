import { useTranslations } from 'next-intl';
import { BarChart } from '@/components/charts/bar-chart';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { MonthOfActivities } from '@/lib/overview/queries/delivery';
import { addDays, addMonths } from '@/lib/shared/dates';
import { activityKinds } from '@/lib/shared/vocabulary';

/** Approved activities by month and kind; months open the list where records may be read. */
export function MonthsCard({ months, base }: { months: MonthOfActivities[]; base: string | null }) {
  const t = useTranslations('projects.overview');
  const kinds = useTranslations('vocabulary.activityKinds');
  const format = useFormat();
  if (months.length === 0) return <Card title={t('months')} id="months"><p className="text-soft">{t('noMonths')}</p></Card>;
  const href = (month: string) => `${base}/activities?review=approved&implementation=completed&from=${month}-01&to=${addDays(addMonths(`${month}-01`, 1), -1)}`;
  // The year stands where it begins, so that two of the same month are told apart.
  const short = (month: string, index: number) => (index === 0 || month.endsWith('-01') ? format.monthYearShort(month) : format.monthShort(month));
  const data = months.map(({ month, counts }, index) => ({ label: short(month, index), longLabel: format.month(month), values: counts, ...(base && { href: href(month) }) }));
  return (
    <Card>
      <BarChart title={t('months')} unit={t('monthsUnit', { from: format.month(months[0]?.month ?? ''), to: format.month(months.at(-1)?.month ?? '') })} data={data} series={activityKinds.map((key) => ({ key, label: kinds(key) }))} format={format.number} />
    </Card>
  );
}
