import { getTranslations } from 'next-intl/server';
import { ReadingsGridPage } from '@/components/indicators/readings-grid/page';
import { readingsGrid } from '@/lib/indicators/queries/readings-grid';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export const generateMetadata = async () => ({ title: (await getTranslations('indicators.grid'))('title') });

export default async function ReadingsPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  return <ReadingsGridPage project={project} grid={await readingsGrid(viewer, project)} />;
}
