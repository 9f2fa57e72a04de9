'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { RadioGroup } from '@/components/form/choices';
import { FormSection } from '@/components/form/form';
import { SelectField, TextField } from '@/components/form/inputs';
import type { MeasureChoice } from '@/lib/indicators/queries/plan';
import type { SaveIndicatorForm } from '@/lib/indicators/schema/indicator';
import type { SheetProps } from './indicator-form';

const ownUnit: Partial<Record<MeasureChoice['unit'], string>> = { share: '%', usd: 'USD' };

/** How the number comes about: by a measure with its filters, or by readings. */
export function MeasurePart({ plan, words, outputs }: Pick<SheetProps, 'plan' | 'words' | 'outputs'>) {
  const t = useTranslations('results.sheet');
  const [method, key] = useWatch<SaveIndicatorForm, ['method', 'measure']>({ name: ['method', 'measure'] });
  const measure = plan.measures.find((one) => one.key === key);
  useFittingFields(measure);
  return (
    <FormSection title={t('how')} columns={2}>
      <RadioGroup name="method" label={t('method')} options={words.methods} inline className="sm:col-span-2" />
      {method === 'computed' ? (
        <>
          <SelectField name="measure" label={t('measure')} hint={measure?.rule} empty="–" options={plan.measures.map((one) => ({ value: one.key, label: one.label }))} className="sm:col-span-2" />
          {measure && <Filters {...{ measure, plan, words, outputs }} />}
        </>
      ) : (
        <SelectField name="aggregation" label={t('combine')} options={words.aggregations} />
      )}
      <TextField name="unit" label={t('unit')} hint={t('unitHint')} maxLength={60} />
    </FormSection>
  );
}

function Filters({ measure, plan, words, outputs }: Pick<SheetProps, 'plan' | 'words' | 'outputs'> & { measure: MeasureChoice }) {
  const t = useTranslations('results.sheet');
  const { regional, types, topic } = measure.filters;
  const regionals = [{ value: 'yes', label: t('regionalYes') }, { value: 'no', label: t('regionalNo') }].filter(({ value }) => regional.includes(value === 'yes'));
  return (
    <>
      {regionals.length > 0 && <SelectField name="filter.regional" label={t('regional')} empty={t('all')} options={regionals} optional />}
      {types.length > 0 && <SelectField name="filter.type" label={t('type')} empty={t('all')} options={words.types.filter(({ value }) => types.includes(value))} optional />}
      {topic && <SelectField name="filter.topic" label={t('topic')} empty={t('all')} options={plan.topics.map((one) => ({ value: one, label: one }))} optional />}
      <SelectField name="filter.outputId" label={t('output')} empty={t('all')} options={outputs} optional />
      <SelectField name="filter.institutionId" label={t('institution')} empty={t('all')} options={plan.institutions} optional />
    </>
  );
}

/** Another measure brings its own unit, and filters it cannot take are cleared with it. */
function useFittingFields(measure: MeasureChoice | undefined): void {
  const { setValue } = useFormContext<SaveIndicatorForm>();
  const shown = useRef(measure?.key);
  useEffect(() => {
    if (!measure || shown.current === measure.key) return;
    shown.current = measure.key;
    const unit = ownUnit[measure.unit];
    if (unit) setValue('unit', unit);
    for (const field of ['regional', 'type', 'topic'] as const) setValue(`filter.${field}`, '');
  }, [measure, setValue]);
}
