import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DecisionList } from '@/components/meetings/decision-list';
import { Filters, readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { listDecisions } from '@/lib/meetings/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('allDecisions') };
}

export default async function DecisionsPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const given = readParams(await searchParams, ['q', 'after', 'before']);
  const [page, t] = [await listDecisions(viewer, project, given.q ?? '', given), await getTranslations('meetings')];
  const base = `/projects/${project.slug}`;
  return (
    <>
      <PageHeader title={t('allDecisions')} meta={t('allDecisionsIntro')} crumbs={[{ label: project.projectsId, href: base }]} />
      <Filters path={`${base}/decisions`} params={given} filters={[{ name: 'q', label: t('searchDecisions') }]} />
      <DecisionList base={base} params={given} page={page} />
    </>
  );
}
