'use client';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import type { SheetRow, SheetState } from './use-sheet';

/** The rows of the paper, in its order and with its numbers. Arrow keys move, the space bar ticks. */
export function SheetRows({ rows, sheet }: { rows: SheetRow[]; sheet: SheetState }) {
  const t = useTranslations('sheets');
  if (rows.length === 0) return null;
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const boxes = [...event.currentTarget.querySelectorAll('input')];
    const next = boxes[boxes.indexOf(event.target as HTMLInputElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <fieldset onKeyDown={move} className="min-w-0">
      <legend className="sr-only">{t('rows')}</legend>
      <ol className="rounded-md border border-line sm:columns-2 lg:columns-3">
        {rows.map((row, index) => (
          <li key={row.participantId} className="break-inside-avoid border-b border-line">
            <label className="flex min-h-9 items-center gap-2.5 px-3 py-1 hover:bg-sunken has-checked:bg-accent-soft">
              <input type="checkbox" className="tick" checked={sheet.signedIds.has(row.participantId)} onChange={(event) => sheet.toggle(row.participantId, event.target.checked)} />
              <span className="tabular w-7 shrink-0 text-right text-soft">{index + 1}</span>
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{row.name ?? t('anonymised')}</span>
                {row.institution && <span className="block truncate text-xs text-soft">{row.institution}</span>}
              </span>
            </label>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
