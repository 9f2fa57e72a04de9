'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { Combobox, type Option } from '@/components/form/combobox';
import { GroupLabel } from '@/components/form/context';
import { FieldError, useField } from '@/components/form/field';
import { FormSection } from '@/components/form/form';
import { RadioGroup } from '@/components/form/choices';
import { SelectField } from '@/components/form/inputs';
import { Button, IconButton } from '@/components/ui/button';
import { readLabel } from '@/lib/equipment/rules/labels';
import { equipmentConditions } from '@/lib/shared/vocabulary';
import { type Choosable, fetchItems, rowOf } from './choosable';
import { Scanner } from './scanner';

type Found = Option & { item?: Choosable; room?: string };
type Row = { id: string; itemId: string; inUse: string; condition: string };

/** The items of the round: found by the label's code or by words, each with what was found; the whole room can be set at once. */
export function CheckedItems({ slug, known }: { slug: string; known: Choosable[] }) {
  const t = useTranslations('checks');
  const { fields, append, remove } = useFieldArray<{ items: Row[] }, 'items', 'key'>({ name: 'items', keyName: 'key' });
  const { setValue, clearErrors } = useFormContext();
  const [items, setItems] = useState(() => new Map(known.map((item) => [item.id, item])));
  const [scanning, setScanning] = useState(false);
  const [message, setMessage] = useState('');
  const { error, wiring } = useField({ name: 'items', label: t('what'), hint: undefined });

  const addAll = (found: Choosable[]) => {
    const fresh = found.filter((item) => fields.every((row) => row.itemId !== item.id));
    setItems((all) => new Map([...all, ...fresh.map((item) => [item.id, item] as const)]));
    if (fresh.length > 0) append(fresh.map(rowOf), { shouldFocus: false });
    clearErrors('items');
    return fresh.length;
  };
  const add = (item: Choosable) => setMessage(t(addAll([item]) > 0 ? 'scan.added' : 'scan.twice', { item: `${item.assetTag} ${item.description}` }));
  const addRoom = async (room: string) => {
    const n = addAll((await fetchItems(slug, { room })).items);
    setMessage(t('roomAdded', { n, room }));
  };
  const onRead = async (text: string) => {
    const id = readLabel(text);
    const item = id ? (await fetchItems(slug, { id })).items[0] : undefined;
    if (item) add(item);
    else setMessage(t(id ? 'scan.notHere' : 'scan.otherCode'));
  };
  const search = async (query: string): Promise<Found[]> => {
    if (query.length < 2) return [];
    const found = await fetchItems(slug, { q: query });
    const rooms = found.rooms.map(({ location, items: n }) => ({ value: location, label: t('room', { n, room: location }), detail: t('roomDetail'), room: location }));
    return [...rooms, ...found.items.map((item) => ({ value: item.id, label: item.description, detail: [item.assetTag, item.serialNumber].filter(Boolean).join(' · '), item }))];
  };
  const pick = ({ item, room }: Found) => (item ? add(item) : room && void addRoom(room));
  const setAll = () => {
    for (const index of fields.keys()) {
      setValue(`items.${index}.inUse`, 'yes', { shouldDirty: true });
      setValue(`items.${index}.condition`, 'good', { shouldDirty: true });
    }
    clearErrors('items');
  };
  return (
    <FormSection title={t('what')} description={t('whatHint')}>
      {scanning ? <Scanner onRead={(text) => void onRead(text)} onClose={() => setScanning(false)} message={message} /> : <Button icon="search" className="min-h-12 w-full text-base sm:w-auto sm:justify-self-start" onClick={() => { setMessage(''); setScanning(true); }}>{t('scan.open')}</Button>}
      <div className="grid gap-1">
        <label htmlFor={wiring.id} className="font-medium">{t('find')}</label>
        <Combobox id={wiring.id} search={search} clearOnPick onPick={(option) => option && pick(option as Found)} placeholder={t('findHint')} wiring={{ 'aria-invalid': wiring['aria-invalid'], 'aria-describedby': wiring['aria-describedby'] }} />
        <FieldError id={wiring.id}>{error}</FieldError>
        <p role="status" className="text-soft">{!scanning && message}</p>
      </div>
      {fields.length > 1 && <div><Button icon="check" onClick={setAll}>{t('allGood', { n: fields.length })}</Button></div>}
      <ol className="grid gap-3" aria-label={t('chosen')}>
        {fields.map((row, index) => <ItemRow key={row.key} item={items.get(row.itemId)} index={index} onRemove={() => remove(index)} />)}
      </ol>
    </FormSection>
  );
}

function ItemRow({ item, index, onRemove }: { item: Choosable | undefined; index: number; onRemove: () => void }) {
  const [t, words] = [useTranslations('checks'), useTranslations('vocabulary')];
  const name = item ? `${item.assetTag} ${item.description}` : '';
  return (
    <li className="rounded-lg border border-line p-3">
      <GroupLabel value={name}>
        <div className="flex items-start justify-between gap-2">
          <p className="min-w-0 font-medium break-words">
            {item?.description}
            <span className="tabular block text-xs font-normal text-soft">{[item?.assetTag, item?.serialNumber, item && item.quantity > 1 ? t('lot', { n: item.quantity }) : null].filter(Boolean).join(' · ')}</span>
          </p>
          <IconButton icon="close" label={t('remove', { item: name })} onClick={onRemove} />
        </div>
        <div className="mt-2 grid gap-3 sm:grid-cols-2">
          <RadioGroup name={`items.${index}.inUse`} label={t('inUse')} inline options={(['yes', 'no'] as const).map((value) => ({ value, label: t(value) }))} />
          <SelectField name={`items.${index}.condition`} label={t('condition')} empty={t('choose')} options={equipmentConditions.map((value) => ({ value, label: words(`equipmentConditions.${value}`) }))} />
        </div>
      </GroupLabel>
    </li>
  );
}
