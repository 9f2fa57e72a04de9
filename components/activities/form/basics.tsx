'use client';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { Guarded } from '@/components/guard/guarded';
import { CheckboxGroup } from '@/components/form/choices';
import { Field } from '@/components/form/field';
import { FormSection } from '@/components/form/form';
import { DateField, NumberField, SelectField, TextArea, TextField } from '@/components/form/inputs';
import { currencies, implementationStates } from '@/lib/shared/vocabulary';
import { useSurroundings } from './context';

/** What it is and which outputs it serves. */
export function WhatSection({ children }: { children?: React.ReactNode }) {
  const t = useTranslations('activityForm');
  const { outputs } = useSurroundings();
  return (
    <FormSection title={t('what')}>
      <Guarded name="title"><TextField name="title" label={t('title')} maxLength={300} /></Guarded>
      {children}
      <CheckboxGroup name="outputIds" label={t('outputs')} hint={t('outputsHint')} options={outputs} />
      <Guarded name="description"><TextArea name="description" label={t('description')} optional rows={3} max={8000} /></Guarded>
    </FormSection>
  );
}

/** Plan and delivery side by side, so that the two can be compared later. */
export function WhenSection() {
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  const implementation = useWatch({ name: 'implementation' });
  return (
    <FormSection title={t('when')} description={t('whenHint')} columns={2}>
      <SelectField name="implementation" label={t('implementation')} options={implementationStates.map((value) => ({ value, label: words(`implementationStates.${value}`) }))} />
      <div className="hidden sm:block" />
      <DateField name="plannedStart" label={t('plannedStart')} optional />
      <DateField name="plannedEnd" label={t('plannedEnd')} optional />
      <DateField name="actualStart" label={t('actualStart')} />
      <DateField name="actualEnd" label={t('actualEnd')} />
      {(implementation === 'postponed' || implementation === 'cancelled') && <TextArea name="implementationReason" label={t('reason')} rows={2} max={2000} className="sm:col-span-2" />}
    </FormSection>
  );
}

export function WhereSection() {
  const t = useTranslations('activityForm');
  return (
    <FormSection title={t('whereAndCost')} columns={2}>
      <PlaceField />
      <TextField name="venue" label={t('venue')} hint={t('venueHint')} optional maxLength={300} />
      <NumberField name="cost" label={t('cost')} optional />
      <SelectField name="costCurrency" label={t('currency')} optional empty={t('choose')} options={currencies.map((value) => ({ value, label: value }))} />
    </FormSection>
  );
}

// A text with suggestions: a place that nobody entered before is simply typed.
function PlaceField() {
  const t = useTranslations('activityForm');
  const { register } = useFormContext();
  const { places } = useSurroundings();
  return (
    <Field name="place" label={t('place')} hint={t('placeHint')}>
      {(wiring) => (
        <>
          <input {...wiring} type="text" list="known-places" autoComplete="off" maxLength={200} className="control" {...register('place')} />
          <datalist id="known-places">{places.map((place) => <option key={place} value={place} />)}</datalist>
        </>
      )}
    </Field>
  );
}
