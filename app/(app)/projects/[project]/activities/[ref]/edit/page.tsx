import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ActivityFormPage } from '@/components/activities/form/activity-form-page';
import { activityForm, formChoices } from '@/lib/activities/queries/form';
import { env } from '@/lib/env';
import { listEvidence } from '@/lib/evidence/queries';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref } = await params;
  const t = await getTranslations('activityForm');
  return { title: t('editShort', { reference: ref }) };
}

export default async function EditActivityPage({ params }: Props) {
  const { project: slug, ref } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const record = await activityForm(viewer, project, { reference: ref });
  if (!record?.mayEdit) notFound();
  const [choices, tree, evidence, listed] = await Promise.all([formChoices(viewer, project.id), institutionTree(viewer, await getLanguage()), listEvidence(viewer, project.id, record.values.id), record.values.kind === 'meeting' ? projectInstitutionList(viewer, project.id) : []]);
  return <ActivityFormPage project={project} userId={viewer.id} kind={record.values.kind} record={record} evidence={evidence} choices={choices} institutions={tree.nodes} listed={listed} maxUploadMb={env().MAX_UPLOAD_MB} />;
}
