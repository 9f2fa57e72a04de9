import { getTranslations } from 'next-intl/server';
import { readParams } from '@/components/ui/filters';
import { ButtonLink } from '@/components/ui/button';
import { Card, PageHeader } from '@/components/ui/page';
import { FeedCard } from '@/components/workplan/feed-card';
import { MonthCalendar } from '@/components/workplan/month-calendar';
import { ClashCard, OverdueCard, PlannedList } from '@/components/workplan/plan-lists';
import { getFormat, getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { listLinks } from '@/lib/links/queries';
import { openProject } from '@/lib/projects/queries';
import { workplan } from '@/lib/workplan/queries';
import { clashes, monthAsked, monthBeside, monthSpan, overdueToStart } from '@/lib/workplan/rules';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async () => ({ title: (await getTranslations('workplan'))('title') });

export default async function WorkplanPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const month = monthAsked(readParams(await searchParams, ['month']).month, project.today);
  const [t, format, plan, tree, [link]] = await Promise.all([
    getTranslations('workplan'),
    getFormat(),
    workplan(viewer, project.id, monthSpan(month)),
    institutionTree(viewer, await getLanguage()),
    listLinks(viewer, project.id, ['workplan_feed'], [project.id]),
  ]);
  const base = `/projects/${project.slug}`;
  const mayMove = project.may('records.write');
  const shared = { base, mayMove };
  const to = (by: number) => `${base}/workplan?month=${monthBeside(month, by)}`;
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: base }]} />
      <Card title={format.month(month)} id="month" flush action={<><ButtonLink size="sm" icon="left" href={to(-1)}>{t('previous')}</ButtonLink><ButtonLink size="sm" href={`${base}/workplan`}>{t('today')}</ButtonLink><ButtonLink size="sm" icon="right" href={to(1)}>{t('next')}</ButtonLink></>}>
        <div className="px-4 pb-4"><MonthCalendar month={month} activities={plan.month} today={project.today} base={base} /></div>
        <PlannedList activities={plan.month} month={month} {...shared} />
      </Card>
      <div className="mt-4 grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <OverdueCard activities={plan.open.filter((activity) => overdueToStart(activity, project.today))} today={project.today} {...shared} />
        <ClashCard clashes={clashes(plan.open.filter((activity) => activity.to >= project.today))} name={tree.name} {...shared} />
        {mayMove && <FeedCard link={link ?? null} projectId={project.id} />}
      </div>
    </>
  );
}
