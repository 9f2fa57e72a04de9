import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RecordPage } from '@/components/activities/record/record-page';
import { findActivity } from '@/lib/activities/queries/record';
import { activityTrail } from '@/lib/activities/queries/trail';
import { listEvidence } from '@/lib/evidence/queries';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';
import { listFollowUps } from '@/lib/trainings/queries';

type Props = { params: Promise<{ project: string; ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).ref };
}

export default async function ActivityPage({ params }: Props) {
  const { project: slug, ref } = await params;
  const { viewer, project } = await openProject(slug, 'records.read');
  const [record, tree] = await Promise.all([findActivity(viewer, project, ref), institutionTree(viewer, await getLanguage())]);
  if (!record) notFound();
  const [files, trail, followUps] = await Promise.all([
    listEvidence(viewer, project.id, record.id),
    activityTrail(viewer, project, record),
    record.kind === 'training' ? listFollowUps(viewer, project.id, record.id) : [],
  ]);
  const { id, projectsId, timeZone, today, attendanceThreshold } = project;
  const around = {
    project: { id, slug, projectsId, timeZone, today, attendanceThreshold },
    institution: tree.name,
    followUps,
    mayWrite: project.may('records.write'),
  };
  return <RecordPage record={record} files={files} trail={trail} around={around} />;
}
