import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { useFormat } from '@/lib/i18n/use-format';
import { type PlannedActivity, weeksOf } from '@/lib/workplan/rules';

const icons = { training: 'training', equipment: 'box', meeting: 'meeting' } as const;

const fits = 4; // in a day; the others stand in the list and on the timeline

/** A month from Monday to Sunday with what is planned on each day; each opens its record, and who may drags it to another day (PlanMover). On a phone the list below has the words. */
export function MonthCalendar({ month, activities, today, base }: { month: string; activities: PlannedActivity[]; today: string; base: string }) {
  const [t, kinds] = [useTranslations('workplan'), useTranslations('vocabulary.activityKinds')];
  const format = useFormat();
  const on = (day: string) => activities.filter(({ from, to }) => from <= day && day <= to);
  return (
    <div>
      <table className="w-full table-fixed border-collapse text-sm">
        <caption className="sr-only">{t('calendar', { month: format.month(month) })}</caption>
        <thead><tr>{(['1', '2', '3', '4', '5', '6', '7'] as const).map((day) => <th key={day} scope="col" className="border-b border-line px-1 py-1 text-left text-xs font-medium text-soft sm:px-2">{t(`days.${day}`)}</th>)}</tr></thead>
        <tbody>
          {weeksOf(month).map((week, index) => (
            <tr key={week.find(Boolean) ?? index}>
              {week.map((day, at) => (
                <td key={day ?? `empty ${at}`} data-day={day ?? undefined} className={`h-14 border border-line p-0.5 align-top sm:h-20 sm:p-1 ${day === today ? 'bg-accent-soft' : ''} ${day === null ? 'bg-sunken' : ''}`}>
                  {day && <span className={`tabular text-xs ${day === today ? 'font-semibold text-accent' : 'text-soft'}`}>{Number(day.slice(8))}</span>}
                  {day && (
                    <ul className="grid grid-cols-1 gap-0.5">
                      {on(day).slice(0, fits).map((activity) => (
                        <li key={activity.id} className="min-w-0">
                          <Link href={`${base}/activities/${activity.reference}`} className={`flex min-h-6 items-center justify-center gap-1 rounded bg-sunken px-1 text-xs hover:text-accent sm:justify-start ${activity.movable ? 'sm:cursor-grab' : ''}`} data-move={activity.movable ? activity.id : undefined}>
                            <Icon name={icons[activity.kind]} size={12} />
                            <span className="sr-only">{kinds(activity.kind)}: </span>
                            <span className="truncate max-sm:sr-only">{activity.reference} {activity.title}</span>
                          </Link>
                        </li>
                      ))}
                      {on(day).length > fits && <li><Link href={`${base}/workplan?month=${month}&view=timeline&part=${month}`} className="flex min-h-6 items-center justify-center px-1 text-xs text-soft hover:text-accent sm:justify-start"><span className="sm:hidden" aria-hidden="true">+{on(day).length - fits}</span><span className="max-sm:hidden" aria-hidden="true">{t('more', { n: on(day).length - fits })}</span><span className="sr-only">{t('moreOnDay', { n: on(day).length - fits, date: format.date(day) })}</span></Link></li>}
                    </ul>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
