'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import type { z } from 'zod';
import { Form, FormSection } from '@/components/form/form';
import { DateField, NumberField, SelectField, TextField } from '@/components/form/inputs';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { ButtonLink } from '@/components/ui/button';
import { saveItemAction } from '@/lib/equipment/actions';
import { saveItemSchema } from '@/lib/equipment/schema/item';
import { currencies, equipmentCategories } from '@/lib/shared/vocabulary';

type Values = z.input<typeof saveItemSchema>;
export type ItemFormValues = Record<Exclude<keyof Values, 'version'>, string> & { version: number | null };
type Choice = { value: string; label: string };
/** `locked`: the item passed in an approved hand-over, so what it is stays. */
export type ItemFormProps = { path: string; values: ItemFormValues; locked: boolean; lines: Choice[]; outputs: Choice[]; topics: string[] };

/** An item or lot of the register, from order on. */
export function ItemForm({ path, values, locked, lines, outputs, topics }: ItemFormProps) {
  const [t, common, words, router] = [useTranslations('equipment'), useTranslations('common'), useTranslations('vocabulary.equipmentCategories'), useRouter()];
  const form = useActionForm({ schema: saveItemSchema, action: saveItemAction, defaultValues: values as unknown as Values, onSuccess: ({ id }) => router.push(`${path}/${id}`) });
  const choices: Record<string, Choice[]> = { budgetLineId: lines, resultId: outputs, category: equipmentCategories.map((value) => ({ value, label: words(value) })) };
  const show = (name: string, value: unknown) => choices[name]?.find((choice) => choice.value === value)?.label ?? (value === null || value === '' ? '–' : String(value));
  return (
    <Form form={form} label={t('item')} show={show}>
      {locked ? <p className="rounded-md bg-sunken px-4 py-3 text-soft">{t('lockedHint')}</p> : <Facts />}
      <FormSection title={t('inTheProject')} description={t('inTheProjectHint')} columns={2}>
        <DateField name="deliveredOn" label={t('deliveredOn')} hint={t('deliveredHint')} optional />
        <SelectField name="budgetLineId" label={t('budgetLine')} empty={common('notStated')} options={lines} />
        <SelectField name="resultId" label={t('output')} empty={common('notStated')} options={outputs} />
        <Topic topics={topics} />
      </FormSection>
      <SubmitBar label={common('save')}><ButtonLink href={values.version === null ? path : `${path}/${values.id}`}>{common('cancel')}</ButtonLink></SubmitBar>
    </Form>
  );
}

function Topic({ topics }: { topics: string[] }) {
  const t = useTranslations('equipment');
  const known = topics.map((topic) => ({ value: topic, label: topic }));
  return <SelectField name="requiredTopic" label={t('requiredTopic')} hint={t('requiredTopicHint')} empty={t('noTopic')} options={known} />;
}

function Facts() {
  const [t, words] = [useTranslations('equipment'), useTranslations('vocabulary.equipmentCategories')];
  const currency = useWatch({ name: 'currency' });
  return (
    <>
      <FormSection title={t('whatItIs')} columns={3}>
        <TextField name="description" label={t('description')} maxLength={300} className="lg:col-span-2" />
        <SelectField name="category" label={t('category')} empty={t('choose')} options={equipmentCategories.map((value) => ({ value, label: words(value) }))} />
        <TextField name="make" label={t('make')} optional maxLength={100} />
        <TextField name="model" label={t('model')} optional maxLength={100} />
        <TextField name="serialNumber" label={t('serialNumber')} hint={t('serialHint')} optional maxLength={100} />
        <NumberField name="quantity" label={t('quantity')} whole />
      </FormSection>
      <FormSection title={t('purchase')} columns={3}>
        <NumberField name="value" label={t('valueOfAll')} optional />
        <SelectField name="currency" label={t('currency')} empty={t('choose')} options={currencies.map((value) => ({ value, label: value }))} />
        {currency && currency !== 'USD' && <NumberField name="usdRate" label={t('usdRate', { currency })} optional />}
        <TextField name="supplier" label={t('supplier')} optional maxLength={200} />
        <TextField name="orderNumber" label={t('orderNumber')} optional maxLength={100} />
        <DateField name="purchasedOn" label={t('purchasedOn')} optional />
        <DateField name="warrantyEnd" label={t('warrantyEnd')} optional />
      </FormSection>
    </>
  );
}
