import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatusBadge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Link, TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { Table, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import { daysBetween } from '@/lib/shared/dates';
import { type Clash, clashGroups, type PlannedActivity, planRows } from '@/lib/workplan/rules';

type Common = { base: string; /** may be planned anew by the reader */ mayMove: boolean };
const Name = ({ activity, base }: { activity: PlannedActivity; base: string }) => <TextLink quiet href={`${base}/activities/${activity.reference}`}>{activity.reference} {activity.title}</TextLink>;

/** To the page that plans it for other days, for who may. */
export function Move({ activity, base, view }: { activity: PlannedActivity; base: string; view?: 'timeline' }) {
  const t = useTranslations('workplan');
  if (!activity.movable) return null;
  return <Link href={`${base}/workplan/${activity.reference}${view ? `?view=${view}` : ''}`} className={buttonClass({ size: 'sm' })}>{t('move')}<span className="sr-only">: {activity.reference}</span></Link>;
}

const first = 10;
const folded = 100;

/** The first ten of a list, the others behind a fold; of very long ones it says how many more there are. */
function Fold<T>({ items, children }: { items: readonly T[]; children: (item: T) => ReactNode }) {
  const t = useTranslations('workplan');
  const rest = items.slice(first, folded);
  return (
    <>
      {items.length > 0 && <ul className="grid gap-3">{items.slice(0, first).map(children)}</ul>}
      {rest.length > 0 && (
        <details className="mt-3">
          <summary className="link inline-flex min-h-6 cursor-pointer items-center">{t('more', { n: items.length - first })}</summary>
          <ul className="mt-3 grid gap-3">{rest.map(children)}</ul>
          {items.length > folded && <p className="mt-3 text-soft">{t('evenMore', { n: items.length - folded })}</p>}
        </details>
      )}
    </>
  );
}

/** The month as a list. */
export function PlannedList({ activities, month, base, mayMove }: Common & { activities: PlannedActivity[]; month: string }) {
  const t = useTranslations('workplan');
  const format = useFormat();
  if (activities.length === 0) return <p className="px-4 py-3 text-soft">{t('nothing')}</p>;
  const more = activities.length > planRows && <p className="px-4 py-3"><TextLink href={`${base}/workplan?month=${month}&view=timeline&part=${month}`}>{t('allOfMonth', { n: activities.length })}</TextLink></p>;
  return (
    <>
      <Table caption={t('list', { month: format.month(month) })}>
        <thead><tr><Th>{t('activity')}</Th><Th>{t('dates')}</Th><Th className="max-sm:hidden">{t('state')}</Th>{mayMove && <Th>{t('move')}</Th>}</tr></thead>
        <tbody>
          {activities.slice(0, planRows).map((activity) => (
            <tr key={activity.id}>
              <th scope="row" className="min-w-0"><Name activity={activity} base={base} />{activity.place && <span className="block text-xs font-normal text-soft">{activity.place}</span>}</th>
              <td className="tabular">{format.dateRange(activity.from, activity.to)}</td>
              <td className="max-sm:hidden"><StatusBadge of="implementation" state={activity.implementation} /></td>
              {mayMove && <td><Move activity={activity} base={base} /></td>}
            </tr>
          ))}
        </tbody>
      </Table>
      {more}
    </>
  );
}

/** What should have begun by now. */
export function OverdueCard({ activities, today, base, mayMove }: Common & { activities: PlannedActivity[]; today: string }) {
  const t = useTranslations('workplan');
  const format = useFormat();
  return (
    <Card title={t('overdue')} id="overdue" description={t('overdueHint')}>
      {activities.length === 0 && <p className="text-soft">{t('none')}</p>}
      <Fold items={activities}>
        {(activity) => (
          <li key={activity.id} className="flex flex-wrap items-center justify-between gap-2">
            <span className="min-w-0"><Name activity={activity} base={base} /><span className="tabular block text-xs text-soft">{format.dateRange(activity.from, activity.to)} · <span className="text-bad">{t('overdueLine', { n: daysBetween(activity.from, today) })}</span></span></span>
            {mayMove && <Move activity={activity} base={base} />}
          </li>
        )}
      </Fold>
    </Card>
  );
}

/** Where two plans want the same people on the same day. */
export function ClashCard({ clashes, name, base, mayMove }: Common & { clashes: Clash[]; name: (institutionId: string) => string }) {
  const t = useTranslations('workplan');
  const format = useFormat();
  return (
    <Card title={t('clashes')} id="clashes" description={t('clashesHint')}>
      {clashes.length === 0 && <p className="text-soft">{t('none')}</p>}
      <Fold items={clashGroups(clashes)}>
        {(clash) => (
          <li key={`${clash.institutionId} ${clash.from}`}>
            <p className="font-medium">{t('clashLine', { institution: name(clash.institutionId), dates: format.dateRange(clash.from, clash.to) })}</p>
            <ul className="grid gap-1">{clash.activities.map((activity) => <li key={activity.id} className="flex flex-wrap items-center justify-between gap-2"><Name activity={activity} base={base} />{mayMove && <Move activity={activity} base={base} />}</li>)}</ul>
          </li>
        )}
      </Fold>
    </Card>
  );
}
