import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewActionPointForm } from '@/components/action-points/new-form';
import { choicesWithOthers } from '@/components/people/choices';
import { PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionPoints'))('add') };
}

export default async function NewActionPointPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.write');
  const [tree, listed, t] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id), getTranslations('actionPoints')]);
  const base = `/projects/${project.slug}`;
  return (
    <>
      <PageHeader title={t('add')} meta={t('addHint')} crumbs={[{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/action-points` }]} />
      <Messages namespaces={['actionPoints', 'guard', 'forms', 'errors', 'vocabulary', 'common']}>
        <NewActionPointForm path={`${base}/action-points`} projectId={project.id} id={newId()} institutions={{ ...choicesWithOthers(tree.nodes, listed, t('notOnProject')), mayAdd: project.may('plan.write') }} />
      </Messages>
    </>
  );
}
