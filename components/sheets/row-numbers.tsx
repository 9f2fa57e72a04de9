'use client';
import { useTranslations } from 'next-intl';
import { useId } from 'react';
import { Button } from '@/components/ui/button';
import type { SheetState } from './use-sheet';

/** The quick way in: the numbers as they stand on the paper. Ticking below rewrites them, typing ticks below. */
export function RowNumbers({ sheet, count }: { sheet: SheetState; count: number }) {
  const t = useTranslations('sheets');
  const id = useId();
  const { signedIds, walkIns, problems } = sheet;
  if (count === 0) return <p className="text-soft">{t('nobodyListed')}</p>;
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">{t('rows')}</label>
      <p id={`${id}-hint`} className="text-xs text-soft">{t('rowsHint', { count })}</p>
      <div className="flex flex-wrap gap-2">
        {/* biome-ignore lint/a11y/noAutofocus: the page exists for this box; whoever comes from the paper types at once */}
        <input id={id} autoFocus autoComplete="off" spellCheck={false} className="control tabular min-w-0 flex-1 basis-64" value={sheet.text} onChange={(event) => sheet.type(event.target.value)} aria-describedby={`${id}-hint ${id}-problems`} aria-invalid={problems.length > 0 || undefined} />
        <TickAll sheet={sheet} />
      </div>
      <ul id={`${id}-problems`} aria-live="polite" className="text-sm font-medium text-bad empty:hidden">
        {[...new Set(problems.map((problem) => t(problem.kind, { text: problem.text, count })))].map((text) => <li key={text}>{text}</li>)}
      </ul>
      <p role="status" className="tabular font-medium">{t('counted', { signed: signedIds.size, count, walkIns: walkIns.length })}</p>
    </div>
  );
}

function TickAll({ sheet }: { sheet: SheetState }) {
  const t = useTranslations('sheets');
  return (
    <>
      <Button onClick={() => sheet.type(sheet.allText)}>{t('all')}</Button>
      <Button onClick={() => sheet.type('')}>{t('none')}</Button>
    </>
  );
}
