'use client';
import { useTranslations } from 'next-intl';
import { get, useFormContext, useFormState, useWatch } from 'react-hook-form';
import { useErrorText } from '@/components/form/context';
import { fieldId } from '@/components/form/errors';
import { FieldError } from '@/components/form/field';
import { FormSection } from '@/components/form/form';
import { DateField, NumberField, SelectField, TextField } from '@/components/form/inputs';
import { Repeat } from '@/components/form/repeat';
import type { StockItem } from '@/lib/equipment/queries/stock';
import { mostItems } from '@/lib/equipment/rules/hand-over';
import { newId } from '@/lib/shared/ids';
import { currencies, equipmentCategories } from '@/lib/shared/vocabulary';
import { AcceptanceFields } from './equipment-acceptance';
import { StockPicker } from './equipment-stock';

const accepted = { acceptedQuantity: '', shortQuantity: '', damagedQuantity: '', surplusQuantity: '', acceptanceNote: '' };
const blank = { description: '', category: '', make: '', model: '', serialNumber: '', quantity: '1', value: '', currency: '', usdRate: '', supplier: '', orderNumber: '', purchasedOn: '', warrantyEnd: '', assetTag: '', ...accepted };

/** The items of a hand-over: picked from the register, or entered here. */
export function ItemsSection() {
  const t = useTranslations('activityForm');
  const { getValues, setValue } = useFormContext();
  const items = () => getValues('detail.items') as Record<string, unknown>[];
  // A like item follows: what rarely differs within one delivery is taken over.
  const make = () => {
    const last = items().at(-1);
    const { description, category, make: brand, model, currency, usdRate, supplier, orderNumber, purchasedOn } = { ...blank, make: '', ...last };
    return { ...blank, ...(last && { description, category, make: brand, model, currency, usdRate, supplier, orderNumber, purchasedOn }), id: newId() };
  };
  const pick = (picked: StockItem[]) => {
    const there = new Set(items().map((one) => one.id));
    const texts = (item: StockItem) => Object.fromEntries(Object.entries(item).map(([key, value]) => [key, value === null ? '' : String(value)]));
    const more = picked.filter((item) => !there.has(item.id)).map((item) => ({ ...accepted, ...texts(item) }));
    if (more.length > 0) setValue('detail.items', [...items(), ...more].slice(0, mostItems), { shouldDirty: true, shouldTouch: true });
  };
  return (
    <FormSection title={t('items')} description={t('itemsHint')} action={<ItemTotal />}>
      <StockPicker onPick={pick} />
      <Repeat name="detail.items" label={t('items')} itemLabel={(n) => t('item', { n })} addLabel={t('addItem')} make={make} max={mostItems}>
        {({ index }) => <ItemFields index={index} />}
      </Repeat>
    </FormSection>
  );
}

function ItemFields({ index }: { index: number }) {
  const assetTag = useWatch({ name: `detail.items.${index}.assetTag` });
  return (
    <div className="grid gap-3">
      {assetTag ? <Registered index={index} /> : <Facts index={index} />}
      <AcceptanceFields at={`detail.items.${index}`} />
    </div>
  );
}

/** An item of the register: what it is stands there, and is changed there. */
function Registered({ index }: { index: number }) {
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  const item = useWatch({ name: `detail.items.${index}` }) as Record<string, string>;
  const text = useErrorText();
  const errors = (get(useFormState({ name: `detail.items.${index}` }).errors, `detail.items.${index}`) ?? {}) as Record<string, { message?: string } | undefined>;
  const wrong = Object.keys(blank).flatMap((field) => (field in accepted || !errors[field]?.message ? [] : [text(errors[field].message)]));
  const said = [words(`equipmentCategories.${item.category as 'it'}`), [item.make, item.model].filter(Boolean).join(' '), item.serialNumber && t('serialIs', { number: item.serialNumber }), t('pieces', { n: Number(item.quantity) || 0 }), item.value && `${item.value} ${item.currency}`];
  return (
    <div>
      <p className="font-medium"><span className="tabular text-soft">{item.assetTag}</span> {item.description}</p>
      <p className="text-soft">{said.filter(Boolean).join(' · ')}</p>
      {wrong.length > 0 && <FieldError id={fieldId(`detail.items.${index}.description`)}>{wrong.join(' ')}</FieldError>}
    </div>
  );
}

function Facts({ index }: { index: number }) {
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
