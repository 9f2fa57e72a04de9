import { getTranslations } from 'next-intl/server';
import { readParams } from '@/components/ui/filters';
import { Card, PageHeader } from '@/components/ui/page';
import { FeedCard } from '@/components/workplan/feed-card';
import { MonthCalendar } from '@/components/workplan/month-calendar';
import { ClashCard, OverdueCard, PlannedList } from '@/components/workplan/plan-lists';
import { PlanMover } from '@/components/workplan/plan-mover';
import { PlanTurner } from '@/components/workplan/plan-turner';
import { Timeline } from '@/components/workplan/timeline';
import { Messages } from '@/lib/i18n/client';
import { getFormat, getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { listLinks } from '@/lib/links/queries';
import { openProject } from '@/lib/projects/queries';
import { lastMove, plannedSpan, workplan } from '@/lib/workplan/queries';
import { clashes, monthAsked, monthSpan, openingMonth, overdueToStart, timelineOf } from '@/lib/workplan/rules';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async () => ({ title: (await getTranslations('workplan'))('title') });

export default async function WorkplanPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const asked = readParams(await searchParams, ['month', 'view', 'moved']);
  const month = monthAsked(asked.month) ?? openingMonth(project, await plannedSpan(viewer, project.id), project.today);
  const view = asked.view === 'timeline' ? 'timeline' : 'calendar';
  const months = view === 'timeline' ? timelineOf(month) : [month];
  const [first, last] = [months[0] ?? month, months.at(-1) ?? month];
  const [t, format, plan, tree, [link], justMoved] = await Promise.all([
    getTranslations('workplan'),
    getFormat(),
    workplan(viewer, project.id, { from: monthSpan(first).from, to: monthSpan(last).to }),
    institutionTree(viewer, await getLanguage()),
    listLinks(viewer, project.id, ['workplan_feed'], [project.id]),
    asked.moved ? lastMove(viewer, project.id, asked.moved) : null,
  ]);
  const base = `/projects/${project.slug}`;
  const mayMove = project.may('records.write');
  const shared = { base, mayMove };
  const found = clashes(plan.open.filter((activity) => activity.to >= project.today));
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: base }]} />
      <Card title={view === 'timeline' ? t('span', { from: format.month(first), to: format.month(last) }) : format.month(month)} id="month" flush action={<PlanTurner base={base} view={view} month={month} today={project.today} />}>
        <Messages namespaces={['workplan', 'forms', 'errors', 'common']}>
          <PlanMover projectId={project.id} justMoved={justMoved} movable={plan.month.filter(({ movable }) => movable).map(({ id, reference, version, from, to }) => ({ id, reference, version, from, to }))}>
            {view === 'timeline' ? <Timeline months={months} activities={plan.month} clashing={new Set(found.flatMap((clash) => clash.activities.map(({ id }) => id)))} today={project.today} base={base} /> : <div className="px-4 pt-2 pb-4"><MonthCalendar month={month} activities={plan.month} today={project.today} base={base} /></div>}
          </PlanMover>
        </Messages>
        {view === 'calendar' && <PlannedList activities={plan.month} month={month} {...shared} />}
      </Card>
      <div className="mt-4 grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <OverdueCard activities={plan.open.filter((activity) => overdueToStart(activity, project.today))} today={project.today} {...shared} />
        <ClashCard clashes={found} name={tree.name} {...shared} />
        {mayMove && <FeedCard link={link ?? null} projectId={project.id} />}
      </div>
    </>
  );
}
