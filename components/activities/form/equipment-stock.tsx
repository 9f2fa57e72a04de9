'use client';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Combobox } from '@/components/form/combobox';
import type { StockItem } from '@/lib/equipment/queries/stock';
import { mostItems } from '@/lib/equipment/rules/hand-over';
import { useSurroundings } from './context';

const every = 'all';
type Found = { items: StockItem[]; total: number };

/** Picks items of the register, one after another or all that the words find; offers those that no hand-over passes yet. */
export function StockPicker({ onPick }: { onPick: (items: StockItem[]) => void }) {
  const t = useTranslations('activityForm');
  const { projectId } = useSurroundings();
  const found = useRef<StockItem[]>([]);
  const asked = useRef('');
  const [said, setSaid] = useState('');
  const ask = async (query: string): Promise<Found> => {
    const response = await fetch(`/api/equipment/stock?project=${projectId}&q=${query}`);
    return response.ok ? ((await response.json()) as Found) : { items: [], total: 0 };
  };
  const search = async (query: string) => {
    asked.current = encodeURIComponent(query);
    const { items, total } = await ask(asked.current);
    found.current = items;
    const each = items.map((item) => ({ value: item.id, label: `${item.assetTag} · ${item.description}`, detail: [item.make, item.model, item.serialNumber].filter(Boolean).join(' ') }));
    // At the end: Enter takes the first line, and should not take all.
    return total > 1 ? [...each, { value: every, label: total > mostItems ? t('addFirstFound', { n: mostItems, total }) : t('addAllFound', { n: total }), detail: query }] : each;
  };
  const pick = async (id: string | undefined) => {
    const items = id === every ? (await ask(`${asked.current}&all=yes`)).items : found.current.filter((one) => one.id === id);
    if (items.length === 0) return;
    onPick(items);
    setSaid(t('addedFromRegister', { n: items.length }));
  };
  return (
    <div className="grid max-w-xl gap-1">
      <label htmlFor="stock" className="font-medium">{t('fromRegister')}</label>
      <p className="text-xs text-soft">{t('fromRegisterHint')}</p>
      <Combobox id="stock" search={search} onPick={(option) => void pick(option?.value)} clearOnPick placeholder={t('fromRegisterPlaceholder')} />
      <p role="status" className="text-soft empty:hidden">{said}</p>
    </div>
  );
}
