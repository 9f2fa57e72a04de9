'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { Form, FormSection } from '@/components/form/form';
import { DateField, NumberField, SelectField, TextField } from '@/components/form/inputs';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { savePersonAction } from '@/lib/people/actions';
import { savePersonSchema } from '@/lib/people/schema/person';
import { type Sex, sexes } from '@/lib/shared/vocabulary';

type Values = z.input<typeof savePersonSchema>;
export type PersonFormValues = Omit<Values, 'sex'> & { sex: Sex | '' };

/** A person of the register, new or known; a new institution or post is kept beside the old one. */
export function PersonForm({ path, values, institutions, retentionMonths }: { path: string; values: PersonFormValues; institutions: { value: string; label: string }[]; /** of the project */ retentionMonths: number }) {
  const t = useTranslations('people');
  const common = useTranslations('common');
  const router = useRouter();
  // '' stands for "not chosen yet"; the schema answers it with "fill this in".
  const form = useActionForm({ schema: savePersonSchema, action: savePersonAction, defaultValues: values as Values, onSuccess: ({ id }) => router.push(`${path}/${id}`) });
  return (
    <Form form={form} label={t('person')}>
      <FormSection title={t('about')} columns={2}>
        <TextField name="givenName" label={t('givenName')} maxLength={100} />
        <TextField name="familyName" label={t('familyName')} maxLength={100} />
        <SelectField name="sex" label={t('sex')} empty={t('choose')} options={sexes.map((value) => ({ value, label: t(`sexes.${value}`) }))} />
        <NumberField name="birthYear" label={t('birthYear')} optional whole />
      </FormSection>
      <FormSection title={t('presentPost')} description={t('presentPostHint')} columns={2}>
        <SelectField name="institutionId" label={t('institution')} empty={common('notStated')} options={institutions} />
        <TextField name="post" label={t('post')} optional maxLength={200} />
        <TextField name="rank" label={t('rank')} optional maxLength={100} />
      </FormSection>
      <FormSection title={t('contact')} description={t('contactHint')} columns={2}>
        <TextField name="email" type="email" label={t('email')} optional maxLength={254} />
        <TextField name="phone" type="tel" label={t('phone')} optional maxLength={50} />
      </FormSection>
      <FormSection title={t('privacy')} description={t('privacyHint')} columns={2}>
        <TextField name="lawfulBasis" label={t('lawfulBasis')} optional maxLength={200} />
        <DateField name="consentOn" label={t('consentOn')} optional />
        <DateField name="retainUntil" label={t('retainUntil')} hint={t('retainHint', { n: retentionMonths })} optional />
      </FormSection>
      <SubmitBar label={common('save')}><ButtonLink href={values.version === null ? path : `${path}/${values.id}`}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}
