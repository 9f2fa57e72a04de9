import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RecordPage } from '@/components/activities/record/record-page';
import { findActivity } from '@/lib/activities/queries/record';
import { activityTrail } from '@/lib/activities/queries/trail';
import { listEvidence } from '@/lib/evidence/queries';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { learningOf } from '@/lib/learning/queries/record';
import { listLinks } from '@/lib/links/queries';
import { openProject } from '@/lib/projects/queries';
import { handOverSigning } from '@/lib/signing/queries/record';

type Props = { params: Promise<{ project: string; ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).ref };
}

export default async function ActivityPage({ params }: Props) {
  const { project: slug, ref } = await params;
  const { viewer, project } = await openProject(slug, 'records.read');
  const language = await getLanguage();
  const [record, tree] = await Promise.all([findActivity(viewer, project, ref), institutionTree(viewer, language)]);
  if (!record) notFound();
  const [files, trail, learning, signing] = await Promise.all([
    listEvidence(viewer, project.id, record.id),
    activityTrail(viewer, project, record),
    record.kind === 'training' ? learningOf(viewer, project, record.id, language) : null,
    record.kind === 'equipment' ? handOverSigning(viewer, project.id, record.id) : null,
  ]);
  const asked = record.kind !== 'training' ? [record.id] : (learning?.followUps ?? []).map((row) => row.id);
  const links = await listLinks(viewer, project.id, ['follow_up_participant', 'follow_up_supervisor', 'hand_over_signature', 'minutes_comment'], asked);
  const { id, projectsId, timeZone, today, attendanceThreshold } = project;
  const around = {
    project: { id, slug, projectsId, timeZone, today, attendanceThreshold },
    institution: tree.name,
    learning,
    links,
    signing,
    mayWrite: project.may('records.write'),
  };
  return <RecordPage record={record} files={files} trail={trail} around={around} />;
}
