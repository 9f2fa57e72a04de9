import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CheckForm } from '@/components/checks/check-form';
import { PageHeader } from '@/components/ui/page';
import { itemsToCheck } from '@/lib/equipment/queries/due';
import { Messages } from '@/lib/i18n/client';
import { openProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';
import { maxBytes } from '@/lib/storage/upload';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<{ item?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('checks'))('newTitle') };
}

export default async function NewCheckPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.write');
  const { item } = await searchParams;
  const found = await itemsToCheck(viewer, project, [item ?? []].flat());
  const items = found.map(({ id, assetTag, description, serialNumber, quantity }) => ({ id, assetTag, description, serialNumber, quantity }));
  const t = await getTranslations('checks');
  const base = `/projects/${project.slug}`;
  const back = `${base}/equipment/checks`;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t('newTitle')} meta={t('newHint')} crumbs={[{ label: project.projectsId, href: base }, { label: t('equipment'), href: `${base}/equipment` }, { label: t('title'), href: back }]} />
      <Messages namespaces={['checks', 'forms', 'errors', 'vocabulary']}>
        <CheckForm project={{ id: project.id, slug: project.slug }} id={newId()} today={project.today} items={items} back={back} maxMb={maxBytes() / 1_000_000} />
      </Messages>
    </div>
  );
}
