import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CheckTimeline } from '@/components/equipment/check-timeline';
import { ItemFacts } from '@/components/equipment/item-facts';
import { RecordCheckForm } from '@/components/equipment/record-check-form';
import { UseBadge } from '@/components/equipment/use-badge';
import { PageHeader } from '@/components/ui/page';
import { findItem } from '@/lib/equipment/queries';
import { Messages } from '@/lib/i18n/client';
import { getFormat, getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';

type Props = { params: Promise<{ project: string; item: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('equipment'))('item') };
}

export default async function ItemPage({ params }: Props) {
  const { project: slug, item: id } = await params;
  const { viewer, project } = await openProject(slug, 'records.read');
  const [item, tree, t, format] = await Promise.all([findItem(viewer, project, id), institutionTree(viewer, await getLanguage()), getTranslations('equipment'), getFormat()]);
  if (!item) notFound();
  const base = `/projects/${project.slug}`;
  const mayCheck = project.may('records.write') && item.reviewState === 'approved';
  return (
    <>
      <PageHeader
        title={item.description}
        context={item.assetTag}
        crumbs={[{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/equipment` }]}
        meta={<><UseBadge inUse={item.inUse} />{item.nextCheck && <span>{t('nextCheck', { date: format.date(item.nextCheck) })}</span>}</>}
      />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
        <ItemFacts item={item} base={base} recipient={tree.name(item.recipientId)} />
        <CheckTimeline checks={item.checks} approved={item.reviewState === 'approved'} />
        {mayCheck && (
          <div className="lg:col-span-2">
            <Messages namespaces={['equipment', 'forms', 'errors', 'vocabulary']}>
              <RecordCheckForm key={item.checks.length} projectId={project.id} id={newId()} itemId={item.id} today={project.today} handedOverOn={item.handedOverOn} />
            </Messages>
          </div>
        )}
      </div>
    </>
  );
}
