import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CheckTimeline } from '@/components/equipment/check-timeline';
import { HeldNow } from '@/components/equipment/held-now';
import { ItemButtons } from '@/components/equipment/item-buttons';
import { ItemFacts } from '@/components/equipment/item-facts';
import { ItemMoves } from '@/components/equipment/item-moves';
import { ItemStatusBadges } from '@/components/equipment/item-status';
import { LifeTimeline } from '@/components/equipment/life-timeline';
import { NextCheck } from '@/components/equipment/next-check';
import { institutionChoices } from '@/components/people/choices';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { itemsToCheck, photosOfItem } from '@/lib/equipment/queries/due';
import { findItem, usersTrainedIn } from '@/lib/equipment/queries/item';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; item: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('equipment'))('item') };
}

export default async function ItemPage({ params }: Props) {
  const { project: slug, item: id } = await params;
  const { viewer, project } = await openProject(slug, 'records.read');
  const [item, [asks], photos, tree, listed, t] = await Promise.all([findItem(viewer, project, id), itemsToCheck(viewer, project, [id]), photosOfItem(viewer, project, id), institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id), getTranslations('equipment')]);
  if (!item) notFound();
  const base = `/projects/${project.slug}`;
  const mayWrite = project.may('records.write');
  const trained = await usersTrainedIn(viewer, project, item);
  return (
    <>
      <PageHeader
        title={item.description}
        context={item.assetTag}
        crumbs={[{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/equipment` }]}
        action={<>{mayWrite && <ButtonLink href={`${base}/equipment/${item.id}/edit`} icon="edit">{t('edit')}</ButtonLink>}<ItemButtons path={`${base}/equipment`} itemId={item.id} mayCheck={mayWrite && item.reviewState === 'approved'} asks={asks} /></>}
        meta={<><ItemStatusBadges statuses={item.statuses} quantity={item.quantity} reference={item.reference} reviewState={item.reviewState} />{asks?.due && <NextCheck due={asks.due} overdue={asks.attention.includes('overdue')} />}</>}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <div className="grid grid-cols-1 gap-6">
          <HeldNow item={item} base={base} today={project.today} trained={trained} institutionName={tree.name} />
          <ItemFacts item={item} base={base} recipient={tree.name(item.recipientId)} />
        </div>
        <div className="grid grid-cols-1 gap-6">
          <LifeTimeline item={item} base={base} institutionName={tree.name} projectId={mayWrite ? project.id : null} />
          <CheckTimeline checks={item.checks} photos={photos} approved={item.reviewState === 'approved'} />
        </div>
        {mayWrite && <div className="lg:col-span-2"><ItemMoves project={project} item={item} institutions={institutionChoices(tree.nodes, listed)} institutionName={tree.name} /></div>}
      </div>
    </>
  );
}
