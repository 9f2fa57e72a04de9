import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActivityListPage } from '@/components/activities/list/activity-list-page';
import { parseActivitySearch } from '@/lib/activities/queries/filters';
import { activityChoices, countCap, listActivities } from '@/lib/activities/queries/list';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('activities'))('title') };
}

export default async function ActivitiesPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const search = parseActivitySearch(await searchParams);
  const [choices, tree, listed] = await Promise.all([
    activityChoices(viewer, project.id),
    institutionTree(viewer, await getLanguage()),
    projectInstitutionList(viewer, project.id),
  ]);
  const list = await listActivities(viewer, project, search, { results: choices.results, institutions: tree.nodes });
  return (
    <ActivityListPage
      project={project}
      search={search}
      list={list}
      choices={{ ...choices, institutions: tree.nodes, listed }}
      countCap={countCap}
      mayWrite={project.may('records.write')}
    />
  );
}
