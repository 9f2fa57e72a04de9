'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { Form, FormSection } from '@/components/form/form';
import { DateField, NumberField, SelectField, TextArea, TextField } from '@/components/form/inputs';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { createProjectAction, updateProjectAction } from '@/lib/projects/actions';
import { createProjectSchema, updateProjectSchema } from '@/lib/projects/schema';
import { projectStatuses } from '@/lib/shared/vocabulary';

const list = '/admin/projects';
const blank = { projectsId: '', primaId: '', title: '', status: 'planned' as const, type: '', budgetUsd: '', coverage: '', year: '', startDate: '', endDate: '', idfRegion: '', donor: '', implementer: '', timeZone: 'UTC' };

/** A new project; members, periods and counting follow in its settings. */
export function NewProjectForm({ id }: { id: string }) {
  const t = useTranslations('admin.projects');
  const common = useTranslations('common');
  const router = useRouter();
  // A second send of the same project answers without its address: then the list is the place to go.
  const form = useActionForm({ schema: createProjectSchema, action: createProjectAction, defaultValues: { id, ...blank }, onSuccess: ({ slug }) => router.push(slug ? `/projects/${slug}/settings` : list) });
  return (
    <Form form={form} label={t('add')}>
      <FormSection title={t('identity')} columns={2}>
        <TextField name="projectsId" label={t('projectsId')} hint={t('projectsIdHint')} maxLength={40} />
        <TextField name="timeZone" label={t('timeZone')} hint={t('timeZoneHint')} maxLength={60} />
      </FormSection>
      <FactFields />
      <SubmitBar label={common('save')}><ButtonLink href={list}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}

/** The facts of a project. */
export function EditProjectForm({ values }: { values: z.input<typeof updateProjectSchema> }) {
  const t = useTranslations('admin.projects');
  const common = useTranslations('common');
  const router = useRouter();
  const form = useActionForm({ schema: updateProjectSchema, action: updateProjectAction, defaultValues: values, onSuccess: () => router.push(list) });
  return (
    <Form form={form} label={t('edit')}>
      <FactFields />
      <SubmitBar label={common('save')}><ButtonLink href={list}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}

function FactFields() {
  const t = useTranslations('admin.projects');
  const words = useTranslations('vocabulary');
  return (
    <FormSection title={t('facts')} columns={2}>
      <TextArea name="title" label={t('name')} rows={2} max={400} className="sm:col-span-2" />
      <SelectField name="status" label={t('status')} options={projectStatuses.map((value) => ({ value, label: words(`projectStatuses.${value}`) }))} />
      <TextField name="type" label={t('type')} optional maxLength={200} />
      <DateField name="startDate" label={t('startDate')} optional />
      <DateField name="endDate" label={t('endDate')} optional />
      <NumberField name="budgetUsd" label={t('budget')} unit="USD" optional />
      <NumberField name="year" label={t('year')} optional whole />
      <TextField name="donor" label={t('donor')} optional maxLength={200} />
      <TextField name="implementer" label={t('implementer')} optional maxLength={200} />
      <TextField name="coverage" label={t('coverage')} optional maxLength={100} />
      <TextField name="idfRegion" label={t('region')} optional maxLength={100} />
      <TextField name="primaId" label={t('primaId')} optional maxLength={40} />
    </FormSection>
  );
}
