import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { TrainersExport } from '@/components/trainers/trainers-export';
import { TrainerTable } from '@/components/trainers/trainer-table';
import { Filters, readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { listTrainers, trainerTopics } from '@/lib/people/queries/trainers';
import { leastShown } from '@/lib/learning/rules/questionnaire';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('trainers'))('title') };
}

export default async function TrainersPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'people.read');
  const given = readParams(await searchParams, ['q', 'topic']);
  const [trainers, topics, tree] = await Promise.all([
    listTrainers(viewer, project, { q: given.q ?? '', topic: given.topic ?? null }),
    trainerTopics(viewer, project),
    institutionTree(viewer, await getLanguage()),
  ]);
  const [t, people] = [await getTranslations('trainers'), await getTranslations('people')];
  const base = `/projects/${project.slug}`;
  const filters = [
    { name: 'q', label: people('search'), placeholder: people('searchHint') },
    { name: 'topic', label: t('topic'), options: topics.map((topic) => ({ value: topic, label: topic })) },
  ];
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ label: project.projectsId, href: base }, { label: people('title'), href: `${base}/people` }]} meta={t('intro')} action={trainers.length > 0 && <TrainersExport path={`${base}/people/trainers`} params={given} />} />
      <Filters path={`${base}/people/trainers`} params={given} filters={filters} />
      <TrainerTable base={base} trainers={trainers} filtered={Boolean(given.q || given.topic)} threshold={Number(project.attendanceThreshold)} least={leastShown(project.suppressionMinimum)} institutionName={tree.name} />
    </>
  );
}
