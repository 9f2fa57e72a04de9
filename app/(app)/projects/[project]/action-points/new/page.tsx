import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { NewActionPointForm } from '@/components/action-points/new-form';
import { choicesWithOthers } from '@/components/people/choices';
import { PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { agreedIn } from '@/lib/action-points/queries/point';
import { openProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionPoints'))('add') };
}

export default async function NewActionPointPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.write');
  const { from } = await searchParams;
  const [tree, listed, activity, t] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id), typeof from === 'string' ? agreedIn(viewer, project.id, from) : null, getTranslations('actionPoints')]);
  if (from !== undefined && !activity) notFound();
  const base = `/projects/${project.slug}`;
  const back = activity ? `${base}/activities/${activity.reference}` : `${base}/action-points`;
  return (
    <>
      <PageHeader title={t('add')} context={activity ? t('agreedInActivity', { reference: activity.reference, title: activity.title }) : undefined} meta={t('addHint')} crumbs={[{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/action-points` }]} />
      <Messages namespaces={['actionPoints', 'guard', 'forms', 'errors', 'vocabulary', 'common']}>
        <NewActionPointForm path={back} projectId={project.id} id={newId()} activityId={activity?.id ?? ''} institutions={{ ...choicesWithOthers(tree.nodes, listed, t('notOnProject')), mayAdd: project.may('plan.write') }} />
      </Messages>
    </>
  );
}
