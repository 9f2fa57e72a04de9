import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { SheetPage } from '@/components/sheets/sheet-page';
import { findActivity } from '@/lib/activities/queries/record';
import { env } from '@/lib/env';
import { listEvidence } from '@/lib/evidence/queries';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; ref: string; session: string }>; searchParams: Promise<{ list?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('sheets'))('title')} ${(await params).ref}` };
}

export default async function SignedListPage({ params, searchParams }: Props) {
  const { project: slug, ref, session } = await params;
  const { list } = await searchParams;
  const { viewer, project } = await openProject(slug, 'records.read');
  const [record, tree] = await Promise.all([findActivity(viewer, project, ref), institutionTree(viewer, await getLanguage())]);
  const index = record?.sessions.findIndex((one) => one.id === session) ?? -1;
  if (!record || index < 0) notFound();
  const files = (await listEvidence(viewer, project.id, record.id)).filter((file) => file.kind === 'signed_list');
  const paperCode = typeof list === 'string' ? list.slice(0, 20) : '';
  return <SheetPage project={project} userId={viewer.id} record={record} index={index} files={files} tree={tree} paperCode={paperCode} mayWrite={project.may('records.write')} maxUploadMb={env().MAX_UPLOAD_MB} />;
}
