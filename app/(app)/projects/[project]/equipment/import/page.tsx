import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ItemUploadPage } from '@/components/equipment/import/upload-page';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('equipment'))('import.title') };
}

export default async function ImportItemsPage({ params }: Props) {
  const { project } = await openProject((await params).project, 'records.write');
  return <ItemUploadPage project={project} />;
}
