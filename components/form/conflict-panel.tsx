'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { useFormat } from '@/lib/i18n/use-format';
import { useKit } from './context';
import { type Difference, differences } from './errors';
import type { StoredRecord } from './use-action-form';

type Side = 'mine' | 'theirs';
/** Writes one side of a field; `other` is the other side's value, for lists that name only what differs. */
export type Show = (name: string, value: unknown, other: unknown) => ReactNode;

/** Somebody saved first: both texts, field by field. What only they changed is taken over by default, what I changed stays. */
export function ConflictPanel({ stored, show }: { stored: StoredRecord; show?: Show }) {
  const { form, labels } = useKit();
  const { getValues } = useFormContext();
  const t = useTranslations('forms');
  const format = useFormat();
  const box = useRef<HTMLElement>(null);
  const [rows] = useState(() => differences(form.base.current, getValues(), stored.values));
  const [choice, setChoice] = useState<Record<string, Side>>(() => Object.fromEntries(rows.map((row) => [row.name, row.suggestion])));
  useEffect(() => box.current?.focus(), []);
  const apply = () => form.resolveConflict(Object.fromEntries(rows.filter((row) => choice[row.name] === 'theirs').map((row) => [row.name, row.theirs])));
  const when = stored.editedAt ? format.moment(new Date(stored.editedAt), Intl.DateTimeFormat().resolvedOptions().timeZone) : '–';
  return (
    <section ref={box} tabIndex={-1} aria-label={t('conflict.title')} className="rounded-lg border-2 border-warn bg-surface p-4">
      <h2 className="font-semibold text-warn">{t('conflict.title')}</h2>
      <p className="mt-1">{stored.editedBy ? t('conflict.body', { who: stored.editedBy, when }) : t('conflict.bodyUnknown')}</p>
      {rows.map((row) => (
        <fieldset key={row.name} className="mt-4">
          <legend className="mb-1 font-medium">{labels.get(row.name) ?? t('conflict.other')}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            <Choice row={row} side="mine" choice={choice} onChoose={setChoice} label={t('conflict.mine')}>
              {show?.(row.name, row.mine, row.theirs) ?? plain(row.mine)}
            </Choice>
            <Choice row={row} side="theirs" choice={choice} onChoose={setChoice} label={t('conflict.theirs')}>
              {show?.(row.name, row.theirs, row.mine) ?? plain(row.theirs)}
            </Choice>
          </div>
        </fieldset>
      ))}
      <Button variant="primary" className="mt-4" onClick={apply}>
        {t('conflict.apply')}
      </Button>
      <p className="mt-1 text-xs text-soft">{t('conflict.then')}</p>
    </section>
  );
}

type ChoiceProps = {
  row: Difference;
  side: Side;
  choice: Record<string, Side>;
  onChoose: (next: Record<string, Side>) => void;
  label: string;
  children: ReactNode;
};

function Choice({ row, side, choice, onChoose, label, children }: ChoiceProps) {
  return (
    <label className="flex items-start gap-2 rounded-md border border-line p-3 has-checked:border-accent has-checked:bg-accent-soft">
      <input
        type="radio"
        className="tick"
        name={`conflict-${row.name}`}
        checked={choice[row.name] === side}
        onChange={() => onChoose({ ...choice, [row.name]: side })}
      />
      <span className="min-w-0">
        <span className="block text-xs font-medium text-soft">{label}</span>
        <span className="block break-words whitespace-pre-line">{children}</span>
      </span>
    </label>
  );
}

// Lists are written one item a line; a form that can do better passes `show`.
function plain(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (Array.isArray(value)) return value.map(plain).join('\n') || '–';
  if (typeof value === 'object')
    return Object.entries(value)
      .filter(([key, inner]) => inner !== null && inner !== '' && !/(^id|Id)$/.test(key))
      .map(([, inner]) => plain(inner))
      .join(' · ');
  return String(value);
}
