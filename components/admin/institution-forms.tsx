'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { Form, FormSection } from '@/components/form/form';
import { DateField, SelectField, TextField } from '@/components/form/inputs';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { createInstitutionAction, renameInstitutionAction } from '@/lib/institutions/actions';
import { createInstitutionSchema, renameInstitutionSchema } from '@/lib/institutions/schema';
import { institutionKinds } from '@/lib/shared/vocabulary';

const list = '/admin/institutions';

/** A new node of the tree, with its names in both languages. */
export function NewInstitutionForm({ id, parents }: { id: string; parents: { value: string; label: string }[] }) {
  const t = useTranslations('institutions');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const router = useRouter();
  const blank = { id, parentId: '', kind: '', country: '', abbreviation: '', names: { en: '', cnr: '' } };
  const form = useActionForm({ schema: createInstitutionSchema, action: createInstitutionAction, defaultValues: blank as unknown as z.input<typeof createInstitutionSchema>, onSuccess: () => router.push(list) });
  return (
    <Form form={form} label={t('add')}>
      <FormSection title={t('names')} columns={2}><NameFields /></FormSection>
      <FormSection title={t('place')} columns={2}>
        <SelectField name="parentId" label={t('parent')} hint={t('parentHint')} empty={t('top')} options={parents} optional />
        <SelectField name="kind" label={t('kind')} empty={t('choose')} options={institutionKinds.map((value) => ({ value, label: words(`institutionKinds.${value}`) }))} />
        <TextField name="country" label={t('country')} hint={t('countryHint')} optional maxLength={2} className="max-w-40" />
      </FormSection>
      <SubmitBar label={common('save')}><ButtonLink href={list}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}

type Rename = { institutionId: string; version: number; names: { en: string; cnr: string }; abbreviation: string; today: string };

/** New names from a day on; the old ones stay with the time for which they held. */
export function RenameInstitutionForm({ institutionId, version, names, abbreviation, today }: Rename) {
  const t = useTranslations('institutions');
  const common = useTranslations('common');
  const router = useRouter();
  const form = useActionForm({ schema: renameInstitutionSchema, action: renameInstitutionAction, defaultValues: { institutionId, version, names, abbreviation, validFrom: today }, onSuccess: () => router.refresh() });
  return (
    <Form form={form} label={t('rename')}>
      <FormSection title={t('rename')} description={t('renameHint')} columns={2}>
        <NameFields />
        <DateField name="validFrom" label={t('validFrom')} />
      </FormSection>
      <SubmitBar label={common('save')}><ButtonLink href={list}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}

function NameFields() {
  const t = useTranslations('institutions');
  return (
    <>
      <TextField name="names.en" label={t('nameEn')} lang="en" maxLength={300} />
      <TextField name="names.cnr" label={t('nameCnr')} lang="sr-Latn-ME" optional maxLength={300} />
      <TextField name="abbreviation" label={t('abbreviation')} optional maxLength={40} className="max-w-60" />
    </>
  );
}
