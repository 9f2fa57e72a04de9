'use client';
import { useTranslations } from 'next-intl';
import type { PreviewRow, PreviewState } from './types';

export type Shown = PreviewState | 'all';
const order: PreviewState[] = ['new', 'matched', 'changed', 'likely', 'same', 'rejected'];

/** How many lines are what, each to be shown alone. */
export function PreviewTabs({ rows, shown, onShow }: { rows: readonly PreviewRow[]; shown: Shown; onShow: (state: Shown) => void }) {
  const t = useTranslations('imports');
  const count = (state: PreviewState) => rows.filter((row) => row.state === state).length;
  const tabs: [Shown, number][] = [['all', rows.length], ...order.map((state): [Shown, number] => [state, count(state)])];
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="sr-only">{t('show')}</legend>
      {tabs.filter(([state, n]) => n > 0 || state === 'all').map(([state, n]) => (
        <button
          key={state}
          type="button"
          aria-pressed={shown === state}
          onClick={() => onShow(state)}
          className="inline-flex min-h-8 items-center gap-2 rounded-full border border-edge bg-surface px-3 text-soft hover:bg-sunken aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent"
        >
          {t(`tabs.${state}`)}
          <span className="tabular">{n}</span>
        </button>
      ))}
    </fieldset>
  );
}
