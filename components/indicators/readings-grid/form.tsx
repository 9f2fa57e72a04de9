'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import { Form } from '@/components/form/form';
import { parseBlock } from '@/components/form/grid/tsv';
import { SubmitBar } from '@/components/form/submit-bar';
import { useActionForm } from '@/components/form/use-action-form';
import { Button } from '@/components/ui/button';
import { saveReadingsAction } from '@/lib/indicators/actions';
import { type ReadingsForm, saveReadingsSchema } from '@/lib/indicators/schema/reading';
import type { ReadingDimension } from '@/lib/shared/vocabulary';
import { Details } from './details';
import { OpenDetails } from './open-details';
import { ReadingsTable } from './table';

export type Column = { id: string; name: string; span: string; closed: boolean };
/** place: where an open cell stands in the form; null: `shown` is all there is to see */
export type Cell = { periodId: string; place: number | null; shown: string; state: string | null; /** names of the files that prove what can still be written */ files: string[] };
export type Line = { id: string; code: string; statement: string; unit: string; unitLabel: string; href: string; dimensions: ReadingDimension[]; cells: Cell[] };
type Props = { values: ReadingsForm; columns: Column[]; lines: Line[]; today: string };

/** Where the arrow keys and Enter lead from a cell: up and down through what can be written. */
const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1, Enter: 1 };

/** Indicators by periods as one form: what is typed is saved together, as drafts or handed in. */
export function ReadingsGridForm({ values, columns, lines, today }: Props) {
  const t = useTranslations('indicators.grid');
  const router = useRouter();
  const [open, setOpen] = useState<number | null>(null);
  const [wanted, setWanted] = useState<string | null>(null);
  const form = useActionForm({ schema: saveReadingsSchema, action: saveReadingsAction, defaultValues: values, onSuccess: () => router.refresh() });
  const handIn = (input: ReadingsForm) => saveReadingsAction({ ...input, submit: true });
  const cellAt = (line: number, column: number) => document.querySelector<HTMLElement>(`[data-cell="${line}-${column}"] :is(input, select, textarea)`);
  const placeOf = (target: EventTarget) => (target as Element).closest<HTMLElement>('[data-cell]')?.dataset.cell?.split('-').map(Number);
  const onKeyDown = (event: KeyboardEvent) => {
    const [at, step] = [placeOf(event.target), steps[event.key]];
    const element = event.target as Element;
    if (!at || !step || event.altKey || event.ctrlKey || event.metaKey || (element.tagName !== 'INPUT' && (event.key !== 'Enter' || event.shiftKey))) return;
    event.preventDefault(); // Enter would send the form
    for (let line = (at[0] ?? 0) + (event.shiftKey ? -step : step); line >= 0 && line < lines.length; line += event.shiftKey ? -step : step) {
      const next = cellAt(line, at[1] ?? 0);
      if (next) return next.focus();
    }
  };
  /** A block copied from a spreadsheet goes into the cells right and below. */
  const onPaste = (event: ClipboardEvent) => {
    const block = parseBlock(event.clipboardData.getData('text/plain'));
    const at = placeOf(event.target);
    if (!at || (block.length < 2 && (block[0]?.length ?? 0) < 2)) return;
    event.preventDefault();
    for (const [down, row] of block.entries()) {
      for (const [right, text] of row.entries()) {
        const line = lines[(at[0] ?? 0) + down];
        const place = line?.cells[(at[1] ?? 0) + right]?.place ?? null;
        if (line && place !== null) form.methods.setValue(line.unit === 'qualitative' ? `readings.${place}.answer` : `readings.${place}.value`, text, { shouldDirty: true });
      }
    }
  };
  const shown = lines.find(({ cells }) => open !== null && cells.some(({ place }) => place === open));
  const period = columns.find(({ id }) => shown?.cells.some(({ place, periodId }) => place === open && periodId === id));
  return (
    <Form form={form} label={t('title')} className="grid grid-cols-1 gap-4">
      <OpenDetails
        open={({ place, field }, focus) => {
          setOpen(place);
          setWanted(focus ? (field ?? '') : null);
        }}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the cells inside, as in a spreadsheet */}
      <div onKeyDown={onKeyDown} onPaste={onPaste}><ReadingsTable {...{ columns, lines, open, setOpen }} /></div>
      {open !== null && shown && period && <Details key={open} place={open} line={shown} period={period.name} parts={values.readings[open]?.parts ?? []} files={shown.cells.find(({ place }) => place === open)?.files ?? []} today={today} close={() => setOpen(null)} wanted={wanted} arrived={() => setWanted(null)} />}
      <SubmitBar label={t('save')}><Button onClick={form.submitWith(handIn, () => router.refresh())}>{t('saveAndSubmit')}</Button></SubmitBar>
    </Form>
  );
}
