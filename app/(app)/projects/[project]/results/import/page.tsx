import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MatrixUploadPage } from '@/components/results/import/upload-page';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('results.import'))('title') });

export default async function ImportMatrixPage({ params }: Props) {
  const { project } = await openProject((await params).project, 'plan.write');
  return <MatrixUploadPage project={project} />;
}
