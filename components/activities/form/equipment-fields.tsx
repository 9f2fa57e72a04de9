'use client';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { FormSection } from '@/components/form/form';
import { DateField, NumberField, SelectField, TextArea, TextField } from '@/components/form/inputs';
import { Repeat } from '@/components/form/repeat';
import { newId } from '@/lib/shared/ids';
import { currencies, equipmentCategories } from '@/lib/shared/vocabulary';
import { useSurroundings } from './context';
import type { KindFields } from './kind-fields';

const blank = { description: '', category: '', make: '', model: '', serialNumber: '', quantity: '1', value: '', currency: '', usdRate: '', supplier: '', orderNumber: '', purchasedOn: '', warrantyEnd: '' };

function Basics() {
  const t = useTranslations('activityForm');
  const { institutions } = useSurroundings();
  return <SelectField name="detail.recipientInstitutionId" label={t('recipient')} empty={t('choose')} options={institutions} className="max-w-xl" />;
}

function Sections() {
  const t = useTranslations('activityForm');
  return (
    <>
      <FormSection title={t('signatories')} columns={3}>
        <TextField name="detail.hander" label={t('hander')} optional maxLength={200} />
        <TextField name="detail.receiver" label={t('receiver')} optional maxLength={200} />
        <TextField name="detail.receiverPost" label={t('receiverPost')} optional maxLength={200} />
        <TextArea name="detail.terms" label={t('terms')} optional rows={3} max={4000} className="sm:col-span-2 lg:col-span-3" />
      </FormSection>
      <ItemsSection />
    </>
  );
}

function ItemsSection() {
  const t = useTranslations('activityForm');
  const { getValues } = useFormContext();
  // A like item follows: what rarely differs within one delivery is taken over.
  const make = () => {
    const last = (getValues('detail.items') as Record<string, unknown>[]).at(-1);
    const { description, category, make: brand, model, currency, usdRate, supplier, orderNumber, purchasedOn } = { ...blank, make: '', ...last };
    return { ...blank, ...(last && { description, category, make: brand, model, currency, usdRate, supplier, orderNumber, purchasedOn }), id: newId() };
  };
  return (
    <FormSection title={t('items')} description={t('itemsHint')} action={<ItemTotal />}>
      <Repeat name="detail.items" label={t('items')} itemLabel={(n) => t('item', { n })} addLabel={t('addItem')} make={make} max={500}>
        {({ index }) => <ItemFields index={index} />}
      </Repeat>
    </FormSection>
  );
}

function ItemFields({ index }: { index: number }) {
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  const at = (field: string) => `detail.items.${index}.${field}`;
  const currency = useWatch({ name: at('currency') });
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <TextField name={at('description')} label={t('itemDescription')} maxLength={300} className="lg:col-span-2" />
      <SelectField name={at('category')} label={t('category')} empty={t('choose')} options={equipmentCategories.map((value) => ({ value, label: words(`equipmentCategories.${value}`) }))} />
      <NumberField name={at('quantity')} label={t('quantity')} whole />
      <TextField name={at('make')} label={t('make')} optional maxLength={100} />
      <TextField name={at('model')} label={t('model')} optional maxLength={100} />
      <TextField name={at('serialNumber')} label={t('serialNumber')} optional maxLength={100} />
      <DateField name={at('warrantyEnd')} label={t('warrantyEnd')} optional />
      <NumberField name={at('value')} label={t('value')} />
      <SelectField name={at('currency')} label={t('currency')} empty={t('choose')} options={currencies.map((value) => ({ value, label: value }))} />
      {currency && currency !== 'USD' && <NumberField name={at('usdRate')} label={t('usdRate', { currency })} />}
      <TextField name={at('supplier')} label={t('supplier')} optional maxLength={200} />
      <TextField name={at('orderNumber')} label={t('orderNumber')} optional maxLength={100} />
      <DateField name={at('purchasedOn')} label={t('purchasedOn')} optional />
    </div>
  );
}

function ItemTotal() {
  const t = useTranslations('activityForm');
  const items = useWatch({ name: 'detail.items' }) as { quantity: string | number }[];
  return <span className="tabular text-sm font-normal text-soft">{t('itemTotal', { count: items.reduce((sum, item) => sum + (Number(item.quantity) || 0), 0) })}</span>;
}

export const equipmentFields: KindFields = { Basics, Sections };
