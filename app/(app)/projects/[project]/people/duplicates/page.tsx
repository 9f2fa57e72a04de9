import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DuplicateList } from '@/components/people/duplicate-list';
import { PeopleHeader } from '@/components/people/people-header';
import { RecentMerges } from '@/components/people/recent-merges';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { listDuplicates, recentMerges } from '@/lib/people/queries/duplicates';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('duplicates'))('title') };
}

export default async function DuplicatesPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'people.read');
  const [pairs, merges, tree, t] = await Promise.all([listDuplicates(viewer, project), recentMerges(viewer, project, new Date()), institutionTree(viewer, await getLanguage()), getTranslations('duplicates')]);
  const base = `/projects/${project.slug}/people`;
  const mayMerge = project.may('people.merge');
  return (
    <>
      <PeopleHeader project={project} tab="duplicates" title={t('title')} intro={mayMerge ? t('intro') : `${t('intro')} ${t('readOnly')}`} />
      <DuplicateList base={base} projectId={project.id} pairs={pairs} mayMerge={mayMerge} institutionName={tree.name} />
      <RecentMerges base={base} project={project} merges={merges} mayMerge={mayMerge} />
    </>
  );
}
