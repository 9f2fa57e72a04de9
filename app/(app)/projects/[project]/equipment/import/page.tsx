import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ItemUploadPage } from '@/components/equipment/import/upload-page';
import { listImports } from '@/lib/imports/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('equipment'))('import.title') };
}

export default async function ImportItemsPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.write');
  return <ItemUploadPage project={project} lists={await listImports(viewer, project, 'equipment', new Date())} />;
}
