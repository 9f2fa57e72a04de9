'use client';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { NumberField, TextField } from '@/components/form/inputs';

const names = ['acceptedQuantity', 'shortQuantity', 'damagedQuantity', 'surplusQuantity', 'acceptanceNote'] as const;

/** What the recipient took: closed while all was accepted, open where something was not, or is wrong. */
export function AcceptanceFields({ at }: { at: string }) {
  const t = useTranslations('activityForm');
  const said = useWatch({ name: names.map((name) => `${at}.${name}`) });
  const { getFieldState, formState } = useFormContext();
  const wrong = names.some((name) => getFieldState(`${at}.${name}`, formState).error);
  const partial = said.some(Boolean);
  return (
    <details open={partial || wrong || undefined} className="rounded-md bg-sunken px-3 py-2">
      <summary className="cursor-pointer text-sm">{partial ? t('acceptedInPart') : t('acceptedWhole')}</summary>
      <div className="mt-3 grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <NumberField name={`${at}.acceptedQuantity`} label={t('accepted')} optional whole />
        <NumberField name={`${at}.shortQuantity`} label={t('short')} optional whole />
        <NumberField name={`${at}.damagedQuantity`} label={t('damaged')} optional whole />
        <NumberField name={`${at}.surplusQuantity`} label={t('surplus')} hint={t('surplusHint')} optional whole />
        <TextField name={`${at}.acceptanceNote`} label={t('acceptanceNote')} optional maxLength={1000} className="sm:col-span-2 lg:col-span-4" />
      </div>
    </details>
  );
}
