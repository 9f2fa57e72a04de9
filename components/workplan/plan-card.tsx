import { useTranslations } from 'next-intl';
import { Banner } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { useFormat } from '@/lib/i18n/use-format';
import type { PlanPage, PlanStart } from '@/lib/workplan/queries';
import type { Clash } from '@/lib/workplan/rules';
import { MonthCalendar } from './month-calendar';
import { PlannedList } from './plan-lists';
import { type Moved, PlanMover } from './plan-mover';
import { PlanTurner } from './plan-turner';
import { Timeline } from './timeline';
import { TimelineMonths } from './timeline-months';

type Props = {
  project: { id: string; today: string };
  base: string;
  month: string;
  /** a calendar of the month, or a timeline around it */
  plan: ({ view: 'calendar' } & PlanStart) | { view: 'timeline'; months: string[]; page: PlanPage };
  clashes: Clash[];
  mayMove: boolean;
  justMoved: Moved | null;
};

/** The plan of a month as a calendar with its list, or of the months around it as a timeline; who may drags it to other days. */
export function PlanCard({ project, base, month, plan, clashes, mayMove, justMoved }: Props) {
  const t = useTranslations('workplan');
  const format = useFormat();
  const shared = { today: project.today, base };
  const activities = plan.view === 'timeline' ? plan.page.rows : plan.activities;
  const movable = activities.filter((activity) => activity.movable).map(({ id, reference, version, from, to }) => ({ id, reference, version, from, to }));
  const title = plan.view === 'timeline' ? t('span', { from: format.month(plan.months[0] ?? month), to: format.month(plan.months.at(-1) ?? month) }) : format.month(month);
  return (
    <Card title={title} id="month" flush action={<PlanTurner base={base} view={plan.view} month={month} today={project.today} />}>
      {plan.view === 'timeline' && plan.page.shown && <TimelineMonths base={base} month={month} counts={plan.page.counts} shown={plan.page.shown} />}
      <Messages namespaces={['workplan', 'forms', 'errors', 'common']}>
        <PlanMover projectId={project.id} justMoved={justMoved} movable={movable}>
          {plan.view === 'calendar' && <div className="px-4 pt-2 pb-4"><Cut plan={plan} base={base} month={month} /><MonthCalendar month={month} activities={plan.activities} {...shared} /></div>}
          {plan.view === 'timeline' && <Timeline months={plan.months} activities={plan.page.rows} clashing={new Set(clashes.flatMap((clash) => clash.activities.map(({ id }) => id)))} {...shared} />}
        </PlanMover>
      </Messages>
      {plan.view === 'timeline' && plan.page.shown && <Pages base={base} month={month} page={plan.page} shown={plan.page.shown} />}
      {plan.view === 'calendar' && <PlannedList activities={plan.activities} total={plan.total} month={month} base={base} mayMove={mayMove} />}
    </Card>
  );
}

/** Of a month with more activities than are read at once the calendar says up to where it goes. */
function Cut({ plan: { activities, total }, base, month }: { plan: PlanStart; base: string; month: string }) {
  const t = useTranslations('workplan');
  const format = useFormat();
  if (total <= activities.length) return null;
  return <div className="mb-3"><Banner kind="warning">{t('monthCut', { n: activities.length, total, date: format.date(activities.at(-1)?.from) })} <TextLink href={`${base}/workplan?month=${month}&view=timeline&part=${month}`}>{t('allOfMonth', { n: total })}</TextLink></Banner></div>;
}

function Pages({ base, month, page, shown }: { base: string; month: string; page: PlanPage; shown: string }) {
  const t = useTranslations('workplan');
  const to = (side: 'before' | 'after') => page[side] && `${base}/workplan?month=${month}&view=timeline&part=${shown}&${side}=${page[side]}`;
  const total = page.counts.find((one) => one.month === shown)?.n ?? 0;
  return <Pagination previous={to('before')} next={to('after')} summary={t('shownOf', { n: page.rows.length, total })} />;
}
