'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Form, FormSection } from '@/components/form/form';
import { DateField, TextArea, TextField } from '@/components/form/inputs';
import { Guarded, GuardedTexts } from '@/components/guard/guarded';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { saveReadingAction } from '@/lib/indicators/actions';
import { fileNameText, filesPath } from '@/lib/guard/rules/texts';
import { asksForWords, type ReadingForm as Values, readingInWordsSchema, readingSchema } from '@/lib/indicators/schema/reading';
import type { ReadingDimension } from '@/lib/shared/vocabulary';
import { PartFields, ReadingValue, ShareFields } from './reading-fields';

type Props = { values: Omit<Values, 'id' | 'version'>; dimensions: ReadingDimension[]; recordId: string; version: number | null; unit: string; today: string; /** names of the files that prove it */ files: string[]; back: string; cancel: string };

/** Enters or edits one reading; back to the indicator when it is saved. */
export function ReadingForm({ values, dimensions, recordId, version, unit, today, files, back, cancel }: Props) {
  const [t, guard] = [useTranslations('indicators.reading'), useTranslations('guard')];
  const router = useRouter();
  const leave = () => router.push(back);
  const form = useActionForm({ schema: asksForWords(unit) ? readingInWordsSchema : readingSchema, action: saveReadingAction, defaultValues: { ...values, id: recordId, version }, recordId, version, onSuccess: leave });
  const saveAndSubmit = (input: Values) => saveReadingAction({ ...input, submit: true });
  return (
    <Form form={form}>
      <FormSection title={t('one')} description={t('warning')} columns={2}>
        <ReadingValue at="" unit={unit} label={t('value')} />
        <DateField name="readOn" label={t('readOn')} max={today} optional />
        {unit === '%' && <div className="sm:col-span-2"><ShareFields at="" /></div>}
        {dimensions.length > 0 && !['%', 'yes/no', 'qualitative'].includes(unit) && <div className="grid gap-4 sm:col-span-2"><PartFields at="" dimensions={dimensions} places={values.parts ?? []} /></div>}
        <Guarded name="source" className="sm:col-span-2"><TextField name="source" label={t('source')} hint={t('sourceHint')} maxLength={1000} optional /></Guarded>
        <Guarded name="comment" className="sm:col-span-2"><TextArea name="comment" label={t('comment')} max={2000} optional /></Guarded>
        {files.length > 0 && <div className="sm:col-span-2"><GuardedTexts name={filesPath} label={guard('parts.files')} texts={files.map((name) => fileNameText(name).text ?? '')} /></div>}
      </FormSection>
      <SubmitBar label={t('save')}>
        <Button onClick={form.submitWith(saveAndSubmit, leave)}>{t('saveAndSubmit')}</Button>
        <ButtonLink variant="ghost" href={back}>{cancel}</ButtonLink>
      </SubmitBar>
    </Form>
  );
}
