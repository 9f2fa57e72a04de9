import { getTranslations } from 'next-intl/server';
import { hrefWith, type Params, readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { FeedCard } from '@/components/workplan/feed-card';
import { PlanCard } from '@/components/workplan/plan-card';
import { ClashCard, OverdueCard } from '@/components/workplan/plan-lists';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { listLinks } from '@/lib/links/queries';
import { openProject } from '@/lib/projects/queries';
import { lastMove, latePlan, openPlan, plannedIn, plannedOver, plannedSpan } from '@/lib/workplan/queries';
import { clashes, clashesFrom, monthAsked, monthSpan, openingMonth, readUpTo, timelineOf } from '@/lib/workplan/rules';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async () => ({ title: (await getTranslations('workplan'))('title') });

export default async function WorkplanPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const { view, part, moved, after, before, ...asked } = readParams(await searchParams, ['month', 'view', 'part', 'moved', 'after', 'before', 'from', 'lateAfter', 'lateBefore']);
  const month = monthAsked(asked.month) ?? openingMonth(project, await plannedSpan(viewer, project.id), project.today);
  const months = timelineOf(month);
  const from = clashesFrom(asked.from, project.today);
  const [t, plan, open, late, tree, [link], justMoved] = await Promise.all([
    getTranslations('workplan'),
    view === 'timeline'
      ? plannedOver(viewer, project.id, months, { month, asked: part, at: { after, before } }).then((page) => ({ view, months, page }) as const)
      : plannedIn(viewer, project.id, monthSpan(month)).then((start) => ({ view: 'calendar', ...start }) as const),
    openPlan(viewer, project.id, from),
    latePlan(viewer, project.id, project.today, { after: asked.lateAfter, before: asked.lateBefore }),
    institutionTree(viewer, await getLanguage()),
    listLinks(viewer, project.id, ['workplan_feed'], [project.id]),
    moved ? lastMove(viewer, project.id, moved) : null,
  ]);
  const base = `/projects/${project.slug}`;
  const mayMove = project.may('records.write');
  const shared = { base, mayMove };
  const found = clashes(open.activities);
  const readTo = readUpTo(open, from);
  const here = (more: Params) => hrefWith(`${base}/workplan`, { month, view, part, ...more }, {});
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: base }]} />
      <PlanCard project={project} month={month} plan={plan} clashes={found} justMoved={justMoved} {...shared} />
      <div className="mt-4 grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="grid grid-cols-1 gap-4">
          <OverdueCard late={late} here={here} today={project.today} {...shared} />
          {mayMove && <FeedCard link={link ?? null} projectId={project.id} />}
        </div>
        <ClashCard clashes={found} from={from} readTo={readTo} here={here} today={project.today} name={tree.name} {...shared} />
      </div>
    </>
  );
}
