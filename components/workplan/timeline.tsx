import { useTranslations } from 'next-intl';
import { StatusBadge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link';
import { Table, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import { daysBetween, addDays, monthOf } from '@/lib/shared/dates';
import { overdueToStart, type PlannedActivity, placeOn } from '@/lib/workplan/rules';
import { Move } from './plan-lists';

type Props = { months: string[]; activities: PlannedActivity[]; /** those that want an institution which another wants on the same day */ clashing: ReadonlySet<string>; today: string; base: string };

/** Planned activities as bars over months, each in a row with its dates as text: the table is the same in words. Bars that may move are dragged (PlanMover). */
export function Timeline({ months, activities, clashing, today, base }: Props) {
  const t = useTranslations('workplan');
  const format = useFormat();
  const span = { from: format.month(months[0] ?? ''), to: format.month(months.at(-1) ?? '') };
  if (activities.length === 0) return <p className="px-4 py-3 text-soft">{t('nothingBetween', span)}</p>;
  const now = months.includes(monthOf(today)) ? placeOn(months, today) : null;
  return (
    <Table caption={t('timelineOf', span)} className="table-fixed">
      <thead>
        <tr>
          <Th className="w-2/5 sm:w-1/3">{t('activity')}</Th>
          <Th className="!px-0"><span className="grid grid-cols-6">{months.map((month) => <span key={month} className="truncate border-l border-line pl-1 text-xs">{format.monthShort(month)}<span className="max-lg:hidden"> {month.slice(0, 4)}</span></span>)}</span></Th>
          <Th className="w-32 max-sm:hidden">{t('move')}</Th>
        </tr>
      </thead>
      <tbody>
        {activities.map((activity) => (
          <tr key={activity.id}>
            <th scope="row" className="min-w-0 font-normal whitespace-normal">
              <TextLink quiet href={`${base}/activities/${activity.reference}`}><span className="tabular">{activity.reference}</span> {activity.title}</TextLink>
              <span className="tabular block text-xs text-soft">{format.dateRange(activity.from, activity.to)}</span>
              <span className="flex flex-wrap items-center gap-x-2 text-xs"><StatusBadge of="implementation" state={activity.implementation} />{overdueToStart(activity, today) && <span className="text-bad">{t('overdueLine', { n: daysBetween(activity.from, today) })}</span>}{clashing.has(activity.id) && <span className="text-warn">{t('clash')}</span>}</span>
              {activity.movable && <span className="mt-1 block sm:hidden"><Move activity={activity} base={base} view="timeline" /></span>}
            </th>
            <td className="relative !p-0"><Bar activity={activity} months={months} now={now} late={overdueToStart(activity, today)} /></td>
            <td className="max-sm:hidden"><Move activity={activity} base={base} view="timeline" /></td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Bar({ activity, months, now, late }: { activity: PlannedActivity; months: string[]; now: number | null; late: boolean }) {
  const at = (place: number) => `${Math.round((10_000 * place) / months.length) / 100}%`;
  const [from, to] = [placeOn(months, activity.from), placeOn(months, addDays(activity.to, 1))];
  const look = activity.implementation === 'completed' ? 'fill-series-1' : activity.begun ? 'fill-accent-soft stroke-accent' : late ? 'fill-bad-soft stroke-bad' : 'fill-surface stroke-edge';
  return (
    <svg className="absolute inset-0 size-full" data-timeline={months.join(' ')} aria-hidden="true">
      {months.map((month, index) => <line key={month} x1={at(index)} x2={at(index)} y1="0" y2="100%" className="stroke-line" />)}
      {now !== null && <line x1={at(now)} x2={at(now)} y1="0" y2="100%" className="stroke-accent" strokeDasharray="3 2" />}
      <rect x={at(from)} width={at(Math.max(0.07, to - from))} y="10" height="22" rx="2" className={`${look} ${activity.movable ? 'cursor-grab hover:stroke-accent' : ''}`} data-move={activity.movable ? activity.id : undefined} />
    </svg>
  );
}
