import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ExportMenu } from '@/components/exports/export-menu';
import { institutionChoices } from '@/components/people/choices';
import { PeopleActions } from '@/components/people/people-actions';
import { PeopleHeader } from '@/components/people/people-header';
import { PeopleTable } from '@/components/people/people-table';
import { Filters, readParams } from '@/components/ui/filters';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { trainingTopicsOf } from '@/lib/people/queries/capacity';
import { listPeople, peopleFilter } from '@/lib/people/queries/register';
import { openProject } from '@/lib/projects/queries';
import { sexes } from '@/lib/shared/vocabulary';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'people.read');
  const given = readParams(await searchParams, ['q', 'institution', 'sex', 'trained', 'topic', 'post', 'sort', 'after', 'before']);
  const [tree, listed, topics] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id), trainingTopicsOf(viewer, project)]);
  const filter = peopleFilter(given, tree);
  const page = await listPeople(viewer, project, filter, { after: given.after, before: given.before });
  const t = await getTranslations('people');
  const path = `/projects/${project.slug}/people`;
  const filters = [
    { name: 'q', label: t('search'), placeholder: t('searchHint') },
    { name: 'institution', label: t('institution'), options: institutionChoices(tree.nodes, listed) },
    { name: 'sex', label: t('sex'), options: sexes.map((value) => ({ value, label: t(`sexes.${value}`) })) },
    { name: 'trained', label: t('trained'), options: [{ value: 'yes', label: t('trainedYes') }, { value: 'no', label: t('trainedNo') }] },
    { name: 'topic', label: t('topic'), options: topics.map((topic) => ({ value: topic, label: topic })) },
    { name: 'post', label: t('presence'), options: [{ value: 'in', label: t('presenceIn') }, { value: 'left', label: t('presenceLeft') }] },
  ];
  return (
    <>
      <PeopleHeader project={project} tab="register" title={t('title')} intro={t('intro')} action={<><ExportMenu project={project.slug} list="people" params={given} /><PeopleActions path={path} mayWrite={project.may('records.write')} /></>} />
      <Filters path={path} params={given} filters={filters} keep={['sort']} />
      <PeopleTable path={path} params={given} page={page} threshold={Number(project.attendanceThreshold)} institutionName={tree.name} />
    </>
  );
}
