'use client';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Combobox } from '@/components/form/combobox';
import type { StockItem } from '@/lib/equipment/queries/stock';
import { useSurroundings } from './context';

/** Picks items of the register one after another; offers those that no hand-over passes yet. */
export function StockPicker({ onPick }: { onPick: (item: Record<string, unknown>) => void }) {
  const t = useTranslations('activityForm');
  const { projectId } = useSurroundings();
  const found = useRef<StockItem[]>([]);
  const search = async (query: string) => {
    const response = await fetch(`/api/equipment/stock?project=${projectId}&q=${encodeURIComponent(query)}`);
    found.current = response.ok ? ((await response.json()) as { items: StockItem[] }).items : [];
    return found.current.map((item) => ({ value: item.id, label: `${item.assetTag} · ${item.description}`, detail: [item.make, item.model, item.serialNumber].filter(Boolean).join(' ') }));
  };
  const pick = (id: string | undefined) => {
    const item = found.current.find((one) => one.id === id);
    if (item) onPick({ ...item });
  };
  return (
    <div className="grid max-w-xl gap-1">
      <label htmlFor="stock" className="font-medium">{t('fromRegister')}</label>
      <p className="text-xs text-soft">{t('fromRegisterHint')}</p>
      <Combobox id="stock" search={search} onPick={(option) => pick(option?.value)} clearOnPick placeholder={t('fromRegisterPlaceholder')} />
    </div>
  );
}
