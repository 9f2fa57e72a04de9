import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PointPage } from '@/components/action-points/point-page';
import { findActionPoint } from '@/lib/action-points/queries/point';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { isListed } from '@/lib/institutions/rules';
import { listLinks } from '@/lib/links/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations('actionPoints'))('pointNumber', { n: (await params).number }) };
}

export default async function ActionPointPage({ params }: Props) {
  const { project: slug, number } = await params;
  const { viewer, project } = await openProject(slug, 'records.read');
  const point = /^\d{1,6}$/.test(number) ? await findActionPoint(viewer, project, Number(number)) : null;
  if (!point) notFound();
  const [tree, links, listed] = await Promise.all([institutionTree(viewer, await getLanguage()), listLinks(viewer, project.id, ['action_point'], [point.id]), projectInstitutionList(viewer, project.id)]);
  const ids = new Set(listed.map(({ institutionId }) => institutionId));
  const off = point.institutionId !== null && ids.size > 0 && !isListed(tree.byId, point.institutionId, ids) && project.may('records.write');
  return (
    <Messages namespaces={['actionPoints', 'guard', 'forms', 'errors', 'vocabulary', 'common']}>
      <PointPage point={point} base={`/projects/${project.slug}`} project={project} viewerId={project.may('records.write') ? viewer.id : null} links={links} offProject={off ? (project.may('plan.write') ? 'add' : 'ask') : null} institutionName={tree.name} />
    </Messages>
  );
}
