'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { CheckboxGroup } from '@/components/form/choices';
import { Form, FormSection } from '@/components/form/form';
import { type Choice, SelectField, TextArea, TextField } from '@/components/form/inputs';
import { useActionForm } from '@/components/form/use-action-form';
import { Button, ButtonLink } from '@/components/ui/button';
import { saveIndicatorAction } from '@/lib/indicators/actions';
import type { IndicatorPlan } from '@/lib/indicators/queries/plan';
import { saveIndicatorSchema } from '@/lib/indicators/schema/indicator';
import { MeasurePart } from './measure-part';
import { TargetPart } from './target-part';

/** The closed words of the form, written out by the server. */
export type SheetWords = Record<'directions' | 'methods' | 'aggregations' | 'frequencies' | 'disaggregations' | 'reasons' | 'types', Choice[]>;
export type SheetProps = { plan: IndicatorPlan; words: SheetWords; results: Choice[]; outputs: Choice[]; back: string };

/** The reference sheet of an indicator, new or not, where it stands in the matrix. */
export function IndicatorForm({ plan, words, results, outputs, back }: SheetProps) {
  const t = useTranslations('results.sheet');
  const acts = useTranslations('results.edit');
  const router = useRouter();
  const { id, version } = plan.values;
  const form = useActionForm({ schema: saveIndicatorSchema, action: saveIndicatorAction, defaultValues: plan.values, recordId: id, version, onSuccess: () => router.push(back) });
  return (
    <Form form={form} label={t(version === null ? 'new' : 'title')} className="grid gap-4">
      <FormSection title={t('what')} columns={2}>
        <TextArea name="statement" label={t('statement')} rows={2} max={2000} className="sm:col-span-2" />
        <TextArea name="definition" label={t('definition')} hint={t('definitionHint')} rows={2} max={4000} optional className="sm:col-span-2" />
        <SelectField name="resultId" label={t('result')} options={results} className="sm:col-span-2" />
      </FormSection>
      <MeasurePart {...{ plan, words, outputs }} />
      <TargetPart {...{ plan, words }} />
      <FormSection title={t('sources')} columns={2}>
        <TextField name="source" label={t('source')} maxLength={1000} optional />
        <TextField name="collectionMethod" label={t('collection')} maxLength={1000} optional />
        <SelectField name="frequency" label={t('frequency')} empty="–" options={words.frequencies} optional />
        <TextField name="responsible" label={t('responsible')} maxLength={200} optional />
        <CheckboxGroup name="disaggregateBy" label={t('disaggregate')} options={words.disaggregations} inline optional className="sm:col-span-2" />
      </FormSection>
      {plan.hasFigures && (
        <FormSection title={t('why')} description={t('whyHint')} columns={2}>
          <SelectField name="reason" label={t('reason')} empty="–" options={words.reasons} optional />
          <TextArea name="note" label={t('note')} rows={2} max={2000} optional />
        </FormSection>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" aria-disabled={form.pending || undefined}>{acts('save')}</Button>
        <ButtonLink variant="ghost" href={back}>{acts('cancel')}</ButtonLink>
      </div>
    </Form>
  );
}
