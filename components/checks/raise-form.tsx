'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { z } from 'zod';
import { Form, FormSection } from '@/components/form/form';
import { DateField, SelectField, TextArea } from '@/components/form/inputs';
import { Guarded } from '@/components/guard/guarded';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { raiseActionPointAction } from '@/lib/equipment/actions';
import { raiseActionPointSchema } from '@/lib/equipment/schema/checks';
import { priorities } from '@/lib/shared/vocabulary';

type Props = { path: string; values: z.input<typeof raiseActionPointSchema>; institutions: { value: string; label: string }[] };

/** An action point about one item, worded beforehand by what is wrong with it; everything can be changed. */
export function RaiseForm({ path, values, institutions }: Props) {
  const [t, common, words] = [useTranslations('actionPoints'), useTranslations('common'), useTranslations('vocabulary')];
  const router = useRouter();
  const form = useActionForm({ schema: raiseActionPointSchema, action: raiseActionPointAction, defaultValues: values, onSuccess: () => router.push(path) });
  return (
    <Form form={form} label={t('add')}>
      <FormSection title={t('agreed')} columns={2}>
        <Guarded name="text" className="sm:col-span-2"><TextArea name="text" label={t('what')} rows={3} max={2000} /></Guarded>
        <SelectField name="institutionId" label={t('institution')} empty={common('notStated')} options={institutions} optional />
        <DateField name="dueDate" label={t('due')} />
        <SelectField name="priority" label={t('priority')} options={priorities.map((value) => ({ value, label: words(`priorities.${value}`) }))} />
      </FormSection>
      <SubmitBar label={common('save')}><ButtonLink href={path}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}
