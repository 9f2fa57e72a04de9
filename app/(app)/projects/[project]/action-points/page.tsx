import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionPointList } from '@/components/action-points/action-point-list';
import { StatusTabs } from '@/components/action-points/status-tabs';
import { institutionChoices } from '@/components/people/choices';
import { ButtonLink } from '@/components/ui/button';
import { Filters, readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { actionPointViews, countActionPoints, listActionPoints } from '@/lib/action-points/queries';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { withUnits } from '@/lib/institutions/rules';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionPoints'))('title') };
}

export default async function ActionPointsPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const given = readParams(await searchParams, ['q', 'status', 'institution', 'after', 'before']);
  const [tree, listed] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id)]);
  const institutionIds = given.institution && tree.byId.has(given.institution) ? [...withUnits(tree.nodes, given.institution)] : null;
  const filter = { q: given.q ?? '', institutionIds, view: actionPointViews.find((view) => view === given.status) ?? null };
  const [page, counts] = await Promise.all([listActionPoints(viewer, project, filter, given), countActionPoints(viewer, project)]);
  const t = await getTranslations('actionPoints');
  const base = `/projects/${project.slug}`;
  const path = `${base}/action-points`;
  const filters = [
    { name: 'q', label: t('search') },
    { name: 'institution', label: t('institution'), options: institutionChoices(tree.nodes, listed) },
  ];
  const mayWrite = project.may('records.write');
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: base }]} action={mayWrite && <ButtonLink href={`${path}/new`} variant="primary" icon="plus">{t('add')}</ButtonLink>} />
      <StatusTabs path={path} params={given} counts={counts} />
      <Filters path={path} params={given} filters={filters} keep={['status']} />
      <Messages namespaces={['actionPoints', 'forms', 'errors', 'vocabulary', 'common']}>
        <ActionPointList base={base} params={given} page={page} project={project} viewerId={mayWrite ? viewer.id : null} institutionName={tree.name} />
      </Messages>
    </>
  );
}
