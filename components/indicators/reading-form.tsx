'use client';
import { useTranslations } from 'next-intl';
import { useRouter } from 'next/navigation';
import { Form, FormSection } from '@/components/form/form';
import { DateField, NumberField, SelectField, TextArea, TextField } from '@/components/form/inputs';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { saveReadingAction, submitReadingAction } from '@/lib/indicators/actions';
import { type ReadingForm as Values, readingSchema } from '@/lib/indicators/schema/reading';

type Props = { values: Omit<Values, 'id' | 'version'>; recordId: string; version: number | null; unit: string; today: string; back: string; cancel: string };

/** Enters or edits one reading; back to the indicator when it is saved. */
export function ReadingForm({ values, recordId, version, unit, today, back, cancel }: Props) {
  const t = useTranslations('indicators.reading');
  const words = useTranslations('indicators');
  const router = useRouter();
  const leave = () => router.push(back);
  const form = useActionForm({ schema: readingSchema, action: saveReadingAction, defaultValues: { ...values, id: recordId, version }, recordId, version, onSuccess: leave });
  const saveAndSubmit = async (input: Values) => {
    const saved = await saveReadingAction(input);
    if (!saved.ok || saved.repeated) return saved;
    return submitReadingAction({ projectId: input.projectId, readingId: saved.value.id, version: saved.value.version, note: null });
  };
  const hint = unit === '%' ? t('valueHint.percent') : t('valueHint.number');
  return (
    <Form form={form}>
      <FormSection title={t('one')} description={t('warning')} columns={2}>
        {unit === 'yes/no' ? (
          <SelectField name="value" label={t('value')} hint={t('valueHint.yesNo')} empty="" options={[{ value: '1', label: words('yes') }, { value: '0', label: words('no') }]} />
        ) : (
          <NumberField name="value" label={t('value')} hint={hint} unit={unit} />
        )}
        <DateField name="readOn" label={t('readOn')} max={today} optional />
        <TextField name="source" label={t('source')} hint={t('sourceHint')} maxLength={1000} optional className="sm:col-span-2" />
        <TextArea name="comment" label={t('comment')} max={2000} optional className="sm:col-span-2" />
      </FormSection>
      <SubmitBar label={t('save')}>
        <Button onClick={form.submitWith(saveAndSubmit, leave)}>{t('saveAndSubmit')}</Button>
        <ButtonLink variant="ghost" href={back}>{cancel}</ButtonLink>
      </SubmitBar>
    </Form>
  );
}
