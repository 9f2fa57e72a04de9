import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DecisionList } from '@/components/meetings/decision-list';
import { Filters, readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { listDecisions } from '@/lib/meetings/queries';
import { openProject } from '@/lib/projects/queries';
import { decisionStates } from '@/lib/shared/vocabulary';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('allDecisions') };
}

export default async function DecisionsPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const given = readParams(await searchParams, ['q', 'state', 'after', 'before']);
  const state = decisionStates.find((one) => one === given.state) ?? null;
  const [page, t, words] = await Promise.all([listDecisions(viewer, project, { q: given.q ?? '', state }, given), getTranslations('meetings'), getTranslations('vocabulary')]);
  const states = decisionStates.map((value) => ({ value, label: words(`decisionStates.${value}`) }));
  const base = `/projects/${project.slug}`;
  return (
    <>
      <PageHeader title={t('allDecisions')} meta={t('allDecisionsIntro')} crumbs={[{ label: project.projectsId, href: base }]} />
      <Filters path={`${base}/decisions`} params={given} filters={[{ name: 'q', label: t('searchDecisions') }, { name: 'state', label: t('decisionState'), options: states }]} />
      <Messages namespaces={['meetings', 'guard', 'forms', 'errors', 'vocabulary', 'common']}>
        <DecisionList base={base} params={given} page={page} project={project} mayWrite={project.may('records.write')} />
      </Messages>
    </>
  );
}
