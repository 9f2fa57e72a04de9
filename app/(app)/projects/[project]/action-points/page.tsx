import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ActionPointList } from '@/components/action-points/action-point-list';
import { Board } from '@/components/action-points/board';
import { RemindButton } from '@/components/action-points/remind-button';
import { StatusTabs } from '@/components/action-points/status-tabs';
import { ExportMenu } from '@/components/exports/export-menu';
import { institutionChoices } from '@/components/people/choices';
import { ButtonLink } from '@/components/ui/button';
import { Filters, hrefWith, readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { actionPointBoard } from '@/lib/action-points/queries/board';
import { actionPointFilter, countActionPoints, listActionPoints } from '@/lib/action-points/queries/list';
import { isPending } from '@/lib/action-points/rules';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionPoints'))('title') };
}

export default async function ActionPointsPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const given = readParams(await searchParams, ['q', 'status', 'institution', 'view', 'after', 'before']);
  const [tree, listed] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id)]);
  const filter = actionPointFilter(given, tree);
  const board = given.view === 'board' ? await actionPointBoard(viewer, project, filter) : null;
  const [page, counts] = board ? [null, null] : await Promise.all([listActionPoints(viewer, project, filter, given), countActionPoints(viewer, project)]);
  const t = await getTranslations('actionPoints');
  const base = `/projects/${project.slug}`;
  const path = `${base}/action-points`;
  const filters = [
    { name: 'q', label: t('search') },
    { name: 'institution', label: t('institution'), options: institutionChoices(tree.nodes, listed) },
  ];
  const mayWrite = project.may('records.write');
  const toRemind = (page?.rows ?? []).flatMap(({ id, number, text, person, reachable, status }) => (reachable && person && isPending(status) ? [{ id, number, text, person }] : []));
  const shared = { base, project, viewerId: mayWrite ? viewer.id : null, institutionName: tree.name };
  const other = <ButtonLink href={hrefWith(path, { ...given, after: undefined, before: undefined, status: undefined }, { view: board ? undefined : 'board' })} icon={board ? 'list' : 'overview'}>{t(board ? 'asList' : 'asBoard')}</ButtonLink>;
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: base }]} action={<>{other}<ButtonLink href={`${base}/decisions`} icon="list">{t('decisions')}</ButtonLink><ExportMenu project={project.slug} list="action-points" params={given} />{mayWrite && <ButtonLink href={`${path}/new`} variant="primary" icon="plus">{t('add')}</ButtonLink>}</>} />
      {counts && <StatusTabs path={path} params={given} counts={counts} />}
      <Filters path={path} params={given} filters={filters} keep={['status', 'view']} />
      <Messages namespaces={['actionPoints', 'guard', 'forms', 'errors', 'vocabulary', 'common']}>
        {mayWrite && toRemind.length > 0 && <div className="mb-4"><RemindButton projectId={project.id} points={toRemind} /></div>}
        {board ? <Board columns={board} {...shared} /> : page && <ActionPointList params={given} page={page} {...shared} />}
      </Messages>
    </>
  );
}
