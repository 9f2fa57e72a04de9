import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MatrixImportPage } from '@/components/results/import/import-page';
import { findImport } from '@/lib/imports/queries';
import { listPeriods, openProject } from '@/lib/projects/queries';
import { previewMatrix } from '@/lib/results/queries';

type Props = { params: Promise<{ project: string; import: string }> };

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('imports'))('previewTitle') });

export default async function MatrixImport({ params }: Props) {
  const { project: slug, import: importId } = await params;
  const { viewer, project } = await openProject(slug, 'plan.write');
  const list = await findImport(viewer, project, importId, new Date(), 'plan.write');
  const [plan, periods] = await Promise.all([list?.kind === 'results' ? previewMatrix(viewer, project, list.rows) : null, listPeriods(viewer, project.id)]);
  if (!list || !plan) notFound();
  return <MatrixImportPage project={project} list={list} plan={plan} periods={periods} />;
}
