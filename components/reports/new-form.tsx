'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Form, FormSection } from '@/components/form/form';
import { type Choice, SelectField, TextField } from '@/components/form/inputs';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { createReportAction } from '@/lib/reports/actions';
import { type CreateReportForm, type CreateReportInput, createReportSchema } from '@/lib/reports/schema';

type Texts = Record<'section' | 'period' | 'choosePeriod' | 'kind' | 'language' | 'languageHint' | 'name' | 'nameHint' | 'submit', string>;
type Props = { base: string; values: CreateReportForm; periods: Choice[]; kinds: Choice[]; languages: Choice[]; /** title by 'language kind periodId' */ suggestions: Record<string, string>; texts: Texts };

/** Starts a report. The title is suggested from period, kind and language until somebody types their own. */
export function NewReportForm({ base, values, periods, kinds, languages, suggestions, texts }: Props) {
  const router = useRouter();
  const form = useActionForm<CreateReportForm, CreateReportInput, { id: string }>({ schema: createReportSchema, action: createReportAction, defaultValues: values, onSuccess: ({ id }) => router.push(`${base}/${id}`) });
  return (
    <Form form={form} className="grid max-w-3xl gap-6">
      <FormSection title={texts.section} columns={2}>
        <SelectField name="periodId" label={texts.period} options={periods} empty={texts.choosePeriod} />
        <SelectField name="kind" label={texts.kind} options={kinds} />
        <SelectField name="language" label={texts.language} hint={texts.languageHint} options={languages} />
        <SuggestedTitle texts={texts} suggestions={suggestions} />
      </FormSection>
      <SubmitBar label={texts.submit} />
    </Form>
  );
}

function SuggestedTitle({ texts, suggestions }: Pick<Props, 'texts' | 'suggestions'>) {
  const { setValue, getValues } = useFormContext<CreateReportForm>();
  const [language, kind, periodId] = useWatch<CreateReportForm, ['language', 'kind', 'periodId']>({ name: ['language', 'kind', 'periodId'] });
  useEffect(() => {
    const own = getValues('title');
    const wanted = suggestions[`${language} ${kind} ${periodId}`];
    if (wanted && (own === '' || Object.values(suggestions).includes(own))) setValue('title', wanted);
  }, [language, kind, periodId, suggestions, setValue, getValues]);
  return <TextField name="title" label={texts.name} hint={texts.nameHint} maxLength={300} className="sm:col-span-2" />;
}
