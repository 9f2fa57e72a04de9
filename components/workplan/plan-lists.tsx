import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatusBadge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import type { Params } from '@/components/ui/filters';
import { Link, TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import { Table, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import { daysBetween } from '@/lib/shared/dates';
import type { LatePage, PlanStart } from '@/lib/workplan/queries';
import { type Clash, clashGroups, clashPage, type PlannedActivity, planRows } from '@/lib/workplan/rules';

type Common = { base: string; /** may be planned anew by the reader */ mayMove: boolean };
const Name = ({ activity, base }: { activity: PlannedActivity; base: string }) => <TextLink quiet href={`${base}/activities/${activity.reference}`}>{activity.reference} {activity.title}</TextLink>;

/** To the page that plans it for other days, for who may. */
export function Move({ activity, base, view }: { activity: PlannedActivity; base: string; view?: 'timeline' }) {
  const t = useTranslations('workplan');
  if (!activity.movable) return null;
  return <Link href={`${base}/workplan/${activity.reference}${view ? `?view=${view}` : ''}`} className={buttonClass({ size: 'sm' })}>{t('move')}<span className="sr-only">: {activity.reference}</span></Link>;
}

const first = 10;

/** The first ten of a list, the others behind a fold. */
function Fold<T>({ items, children }: { items: readonly T[]; children: (item: T) => ReactNode }) {
  const t = useTranslations('workplan');
  const rest = items.slice(first);
  return (
    <>
      {items.length > 0 && <ul className="grid gap-3">{items.slice(0, first).map(children)}</ul>}
      {rest.length > 0 && (
        <details className="mt-3">
          <summary className="link inline-flex min-h-6 cursor-pointer items-center">{t('more', { n: rest.length })}</summary>
          <ul className="mt-3 grid gap-3">{rest.map(children)}</ul>
        </details>
      )}
    </>
  );
}

/** The month as a list. */
export function PlannedList({ activities, total, month, base, mayMove }: Common & PlanStart & { month: string }) {
  const t = useTranslations('workplan');
  const format = useFormat();
  if (activities.length === 0) return <p className="px-4 py-3 text-soft">{t('nothing')}</p>;
  const more = total > planRows && <p className="px-4 py-3"><TextLink href={`${base}/workplan?month=${month}&view=timeline&part=${month}`}>{t('allOfMonth', { n: total })}</TextLink></p>;
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

/** What should have begun by now, a page of it. `here`: address of the plan as it is shown, for the pages beside it. */
export function OverdueCard({ late, here, today, base, mayMove }: Common & { late: LatePage; here: (more: Params) => string; today: string }) {
  const t = useTranslations('workplan');
  const format = useFormat();
  return (
    <Card title={t('overdue')} id="overdue" description={t('overdueHint')}>
      {late.rows.length === 0 && <p className="text-soft">{late.total === null ? <TextLink href={`${here({})}#overdue`}>{t('fromBeginning')}</TextLink> : t('none')}</p>}
      <Fold items={late.rows}>
        {(activity) => (
          <li key={activity.id} className="flex flex-wrap items-center justify-between gap-2">
            <span className="min-w-0"><Name activity={activity} base={base} /><span className="tabular block text-xs text-soft">{format.dateRange(activity.from, activity.to)} · <span className="text-bad">{t('overdueLine', { n: daysBetween(activity.from, today) })}</span></span></span>
            {mayMove && <Move activity={activity} base={base} />}
          </li>
        )}
      </Fold>
      {late.total !== null && late.total > late.rows.length && <Pagination previous={late.before && `${here({ lateBefore: late.before })}#overdue`} next={late.after && `${here({ lateAfter: late.after })}#overdue`} summary={t('shownOf', { n: late.rows.length, total: late.total })} of={t('overdue')} />}
    </Card>
  );
}

type ClashProps = Common & {
  clashes: Clash[];
  /** the day from which they were looked for, and up to which where the plan was too long to be read at once */
  from: string;
  readTo: string | null;
  here: (more: Params) => string;
  today: string;
  name: (institutionId: string) => string;
};

/** Where two plans want the same people on the same day; of many the first, and from which day the others are to be looked for. */
export function ClashCard({ clashes, from, readTo, here, today, name, base, mayMove }: ClashProps) {
  const t = useTranslations('workplan');
  const format = useFormat();
  const { shown, next } = clashPage(clashGroups(clashes), readTo);
  return (
    <Card title={t('clashes')} id="clashes" description={t('clashesHint')}>
      {from > today && <p className="mb-3 text-soft">{t('clashesFrom', { date: format.date(from) })} <TextLink href={`${here({})}#clashes`}>{t('clashesFromToday')}</TextLink></p>}
      {shown.length === 0 && <p className="text-soft">{next === null ? t('none') : t('noneBefore', { date: format.date(next) })}</p>}
      <Fold items={shown}>
        {(clash) => (
          <li key={`${clash.institutionId} ${clash.from}`}>
            <p className="font-medium">{t('clashLine', { institution: name(clash.institutionId), dates: format.dateRange(clash.from, clash.to) })}</p>
            <ul className="grid gap-1">{clash.activities.map((activity) => <li key={activity.id} className="flex flex-wrap items-center justify-between gap-2"><Name activity={activity} base={base} />{mayMove && <Move activity={activity} base={base} />}</li>)}</ul>
          </li>
        )}
      </Fold>
      {next !== null && <p className="mt-3 text-soft">{t('clashesCut', { date: format.date(next) })} <TextLink href={`${here({ from: next })}#clashes`}>{t('clashesOn', { date: format.date(next) })}</TextLink></p>}
    </Card>
  );
}
