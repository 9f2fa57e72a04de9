import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/page';
import type { ActivityFormData, FormChoices } from '@/lib/activities/queries/form';
import { kindSpecs } from '@/lib/activity-kinds';
import type { EvidenceView } from '@/lib/evidence/queries';
import type { InstitutionNode, ProjectInstitution } from '@/lib/institutions/queries';
import { inTreeOrder } from '@/lib/institutions/rules';
import { unlisted } from '@/components/people/choices';
import { Messages } from '@/lib/i18n/client';
import { requiredEvidence } from '@/lib/review/rules';
import { newId } from '@/lib/shared/ids';
import type { ActivityKind } from '@/lib/shared/vocabulary';
import { ActivityForm } from './activity-form';
import { blankActivity } from './blank';
import { copyOf } from './copy';

type Props = {
  project: { id: string; slug: string; projectsId: string; timeZone: string; may: (permission: 'plan.write') => boolean };
  userId: string;
  kind: ActivityKind;
  /** null: a new one */
  record: ActivityFormData | null;
  /** a new one is set up like this one */
  model?: ActivityFormData | null;
  evidence: EvidenceView[];
  choices: FormChoices;
  institutions: InstitutionNode[];
  /** what the project lists, where the form asks who is responsible */
  listed: ProjectInstitution[];
  maxUploadMb: number;
};

/** The page around the activity form, for a new record and an existing one. */
export async function ActivityFormPage({ project, userId, kind, record, model, evidence, choices, institutions, listed, maxUploadMb }: Props) {
  const [t, nav] = [await getTranslations('activityForm'), await getTranslations('nav')];
  const base = `/projects/${project.slug}/activities`;
  const spec = kindSpecs[kind];
  const title = record ? t('editTitle', { reference: record.reference, title: record.values.title || t('untitled') }) : t(`newTitle.${kind}`);
  const crumbs = [
    { label: project.projectsId, href: `/projects/${project.slug}` },
    { label: nav('activities'), href: base },
    ...(record ? [{ label: record.reference, href: `${base}/${record.reference}` }] : []),
  ];
  const surroundings = {
    projectId: project.id,
    timeZone: project.timeZone,
    maxUploadMb,
    outputs: choices.outputs.map(({ id, code, statement }) => ({ value: id, label: code, hint: statement })),
    institutions: inTreeOrder(institutions).map(({ node, depth }) => ({ value: node.id, label: `${'\u2003'.repeat(depth)}${node.name}` })),
    off: unlisted(institutions, listed),
    mayList: project.may('plan.write'),
    places: choices.places,
    roles: spec.roles,
    evidenceKinds: spec.evidence,
    requiredEvidence: requiredEvidence(kind),
  };
  return (
    <>
      <PageHeader title={title} crumbs={crumbs} />
      <Messages namespaces={[...(kind === 'meeting' ? ['actionPoints' as const] : []), 'activityForm', 'guard', 'participants', 'matching', 'forms', 'errors', 'vocabulary', 'evidence', 'common']}>
        <ActivityForm base={base} userId={userId} reviewState={record?.reviewState ?? null} values={record?.values ?? (model && copyOf(model.values, newId)) ?? blankActivity(kind, project.id, newId)} surroundings={surroundings} people={record?.people ?? model?.people ?? {}} evidence={evidence} signed={record?.signed ?? false} />
      </Messages>
    </>
  );
}
