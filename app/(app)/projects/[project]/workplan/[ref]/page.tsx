import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readParams } from '@/components/ui/filters';
import { Card, PageHeader } from '@/components/ui/page';
import { RescheduleForm } from '@/components/workplan/reschedule-form';
import { Messages } from '@/lib/i18n/client';
import { openProject } from '@/lib/projects/queries';
import { monthOf } from '@/lib/shared/dates';
import { plannedActivity } from '@/lib/workplan/queries';

type Props = { params: Promise<{ project: string; ref: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async ({ params }: Pick<Props, 'params'>) => ({ title: (await getTranslations('workplan'))('moveTitle', { reference: (await params).ref }) });

export default async function ReschedulePage({ params, searchParams }: Props) {
  const { project: slug, ref } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const activity = await plannedActivity(viewer, project.id, ref);
  if (!activity) notFound();
  const t = await getTranslations('workplan');
  const { view } = readParams(await searchParams, ['view']);
  const back = `/projects/${project.slug}/workplan?month=${monthOf(activity.from)}${view === 'timeline' ? '&view=timeline' : ''}`;
  return (
    <>
      <PageHeader title={t('moveTitle', { reference: activity.reference })} meta={activity.title} crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: t('title'), href: back }]} />
      <Card className="max-w-2xl">
        <p className="mb-4 text-soft">{t('moveIntro')}</p>
        <Messages namespaces={['workplan', 'forms', 'errors']}>
          <RescheduleForm values={{ projectId: project.id, activityId: activity.id, version: activity.version, plannedStart: activity.from, plannedEnd: activity.to }} back={back} moved={`${back}&moved=${encodeURIComponent(activity.reference)}`} />
        </Messages>
      </Card>
    </>
  );
}
