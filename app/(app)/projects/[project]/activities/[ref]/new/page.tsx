import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { ActivityFormPage } from '@/components/activities/form/activity-form-page';
import { activityForm, formChoices } from '@/lib/activities/queries/form';
import { isActivityKind } from '@/lib/activity-kinds';
import { env } from '@/lib/env';
import { listEvidence } from '@/lib/evidence/queries';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; ref: string }>; searchParams: Promise<{ draft?: string | string[]; copy?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref } = await params;
  const t = await getTranslations('activityForm');
  return { title: isActivityKind(ref) ? t(`newTitle.${ref}`) : undefined };
}

export default async function NewActivityPage({ params, searchParams }: Props) {
  const { project: slug, ref: kind } = await params;
  const { draft, copy } = await searchParams;
  if (!isActivityKind(kind)) notFound();
  const { viewer, project } = await openProject(slug, 'records.write');
  const [choices, tree, record, model, listed] = await Promise.all([
    formChoices(viewer, project.id),
    institutionTree(viewer, await getLanguage()),
    // The draft that this very form saved by itself: a reload goes on where it stood.
    typeof draft === 'string' ? activityForm(viewer, project, { reference: draft }) : null,
    // Duplicating: set up like another of the same kind.
    typeof copy === 'string' && !draft ? activityForm(viewer, project, { reference: copy }) : null,
    kind === 'meeting' ? projectInstitutionList(viewer, project.id) : [],
  ]);
  if (draft && (!record?.mayEdit || record.values.kind !== kind)) notFound();
  if (copy && !draft && model?.values.kind !== kind) notFound();
  const evidence = record ? await listEvidence(viewer, project.id, record.values.id) : [];
  return <ActivityFormPage project={project} userId={viewer.id} kind={kind} record={record} model={model} evidence={evidence} choices={choices} institutions={tree.nodes} listed={listed} maxUploadMb={env().MAX_UPLOAD_MB} />;
}
