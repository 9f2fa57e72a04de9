import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ItemImportPage } from '@/components/equipment/import/import-page';
import { previewItems } from '@/lib/equipment/queries/import';
import { findImport } from '@/lib/imports/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; import: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('previewTitle') };
}

export default async function ItemImport({ params }: Props) {
  const { project: slug, import: importId } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const list = await findImport(viewer, project, importId, new Date());
  const plan = list?.kind === 'equipment' ? await previewItems(viewer, project, list.rows) : null;
  if (!list || !plan) notFound();
  return <ItemImportPage project={project} list={list} plan={plan} />;
}
