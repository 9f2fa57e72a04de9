'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { Form, FormSection } from '@/components/form/form';
import { NumberField, SelectField, TextArea, TextField } from '@/components/form/inputs';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { saveBudgetLineAction } from '@/lib/equipment/actions';
import { saveBudgetLineSchema } from '@/lib/equipment/schema/budget';
import { currencies } from '@/lib/shared/vocabulary';

type Values = z.input<typeof saveBudgetLineSchema>;
export type BudgetLineValues = Record<Exclude<keyof Values, 'version'>, string> & { version: number | null };

/** A line of the approved budget for equipment, and why what was delivered differs from it. */
export function BudgetLineForm({ path, values }: { path: string; values: BudgetLineValues }) {
  const [t, common, router] = [useTranslations('equipment'), useTranslations('common'), useRouter()];
  const form = useActionForm({ schema: saveBudgetLineSchema, action: saveBudgetLineAction, defaultValues: values as unknown as Values, onSuccess: () => router.push(path) });
  return (
    <Form form={form} label={t('budgetLine')}>
      <FormSection title={t('budgetLine')} columns={3}>
        <TextField name="code" label={t('code')} maxLength={40} />
        <TextField name="description" label={t('description')} maxLength={300} className="lg:col-span-2" />
        <NumberField name="approvedAmount" label={t('approvedAmount')} />
        <Currency />
        <NumberField name="approvedQuantity" label={t('approvedNumber')} optional whole />
        <TextArea name="differenceReason" label={t('differenceReason')} hint={t('differenceReasonHint')} optional rows={2} max={2000} className="sm:col-span-2 lg:col-span-3" />
      </FormSection>
      <SubmitBar label={common('save')}><ButtonLink href={path}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}

function Currency() {
  const t = useTranslations('equipment');
  const currency = useWatch({ name: 'currency' });
  return (
    <>
      <SelectField name="currency" label={t('currency')} empty={t('choose')} options={currencies.map((value) => ({ value, label: value }))} />
      {currency && currency !== 'USD' && <NumberField name="usdRate" label={t('usdRate', { currency })} />}
    </>
  );
}
