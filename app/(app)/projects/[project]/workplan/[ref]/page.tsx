import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Card, PageHeader } from '@/components/ui/page';
import { RescheduleForm } from '@/components/workplan/reschedule-form';
import { Messages } from '@/lib/i18n/client';
import { openProject } from '@/lib/projects/queries';
import { plannedActivity } from '@/lib/workplan/queries';

type Props = { params: Promise<{ project: string; ref: string }> };

export const generateMetadata = async ({ params }: Props) => ({ title: (await getTranslations('workplan'))('moveTitle', { reference: (await params).ref }) });

export default async function ReschedulePage({ params }: Props) {
  const { project: slug, ref } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const activity = await plannedActivity(viewer, project.id, ref);
  if (!activity) notFound();
  const t = await getTranslations('workplan');
  const back = `/projects/${project.slug}/workplan?month=${activity.from.slice(0, 7)}`;
  return (
    <>
      <PageHeader title={t('moveTitle', { reference: activity.reference })} meta={activity.title} crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: t('title'), href: back }]} />
      <Card className="max-w-2xl">
        <p className="mb-4 text-soft">{t('moveIntro')}</p>
        <Messages namespaces={['workplan', 'forms', 'errors']}>
          <RescheduleForm values={{ projectId: project.id, activityId: activity.id, version: activity.version, plannedStart: activity.from, plannedEnd: activity.to }} back={back} />
        </Messages>
      </Card>
    </>
  );
}
