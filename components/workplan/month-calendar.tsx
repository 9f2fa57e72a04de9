import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { reachable } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import { type PlannedActivity, weeksOf } from '@/lib/workplan/rules';

const icons = { training: 'training', equipment: 'box', meeting: 'meeting' } as const;

/** A month from Monday to Sunday with what is planned on each day; each opens its record. */
export function MonthCalendar({ month, activities, today, base }: { month: string; activities: PlannedActivity[]; today: string; base: string }) {
  const [t, kinds] = [useTranslations('workplan'), useTranslations('vocabulary.activityKinds')];
  const format = useFormat();
  const on = (day: string) => activities.filter(({ from, to }) => from <= day && day <= to);
  return (
    <div className="overflow-x-auto" {...reachable(t('calendar', { month: format.month(month) }))}>
      <table className="w-full min-w-2xl table-fixed border-collapse text-sm">
        <caption className="sr-only">{t('calendar', { month: format.month(month) })}</caption>
        <thead><tr>{(['1', '2', '3', '4', '5', '6', '7'] as const).map((day) => <th key={day} scope="col" className="border-b border-line px-2 py-1 text-left text-xs font-medium text-soft">{t(`days.${day}`)}</th>)}</tr></thead>
        <tbody>
          {weeksOf(month).map((week, index) => (
            <tr key={week.find(Boolean) ?? index}>
              {week.map((day, at) => (
                <td key={day ?? `empty ${at}`} className={`h-20 border border-line p-1 align-top ${day === today ? 'bg-accent-soft' : ''} ${day === null ? 'bg-sunken' : ''}`}>
                  {day && <span className={`tabular text-xs ${day === today ? 'font-semibold text-accent' : 'text-soft'}`}>{Number(day.slice(8))}</span>}
                  {day && (
                    <ul className="grid gap-0.5">
                      {on(day).map((activity) => (
                        <li key={activity.id}>
                          <Link href={`${base}/activities/${activity.reference}`} className="flex min-h-6 items-center gap-1 rounded bg-sunken px-1 text-xs hover:text-accent">
                            <Icon name={icons[activity.kind]} size={12} />
                            <span className="sr-only">{kinds(activity.kind)}: </span>
                            <span className="truncate">{activity.reference} {activity.title}</span>
                          </Link>
                        </li>
                      ))}
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
