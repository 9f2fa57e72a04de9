'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Icon } from '@/components/ui/icon';
import type { GridColumn, GridRow, Problems } from './types';
import type { Rows } from './use-rows';

type Props<R extends GridRow> = {
  list: Rows<R>;
  columns: readonly GridColumn<R>[];
  make: () => R;
  problems: (row: R) => Problems;
  name: (row: R) => string;
  summary: (row: R) => ReactNode;
  panel: (row: R, index: number) => ReactNode;
  addLabel: string;
  cellId: (index: number, column: string) => string;
};

const page = 100;

/** The grid where it has no room: a card per row, one opened at a time with ordinary fields. */
export function GridCards<R extends GridRow>({ list, columns, make, problems, name, summary, panel, addLabel, cellId }: Props<R>) {
  const t = useTranslations('forms');
  const [open, setOpen] = useState<string | null>(null);
  const [shown, setShown] = useState(page);
  const { rows } = list;
  const at = rows.findIndex((row) => row.id === open);
  const row = rows[at];
  const add = () => {
    const fresh = make();
    list.change([...rows, fresh]);
    setOpen(fresh.id);
  };
  const remove = (gone: R) => {
    list.change(rows.filter((one) => one !== gone));
    setOpen(null);
  };
  return (
    <div className="grid gap-3">
      {rows.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line">
          {rows.slice(0, shown).map((one, index) => (
            <li key={one.id}>
              <button type="button" id={cellId(index, 'row')} onClick={() => setOpen(one.id)} className="flex w-full items-start gap-3 px-3 py-2 text-left hover:bg-sunken">
                <span className="tabular w-6 shrink-0 text-right text-soft">{index + 1}</span>
                <span className="min-w-0 grow">
                  <span className="block font-medium">{name(one) || t('unnamedRow')}</span>
                  <span className="block text-xs text-soft">{summary(one)}</span>
                </span>
                {Object.keys(problems(one)).length > 0 && <Icon name="error" className="mt-0.5 text-bad" />}
                <Icon name="right" className="mt-0.5 text-soft" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {rows.length > shown && <div><Button size="sm" onClick={() => setShown(shown + page)}>{t('showMore', { n: Math.min(page, rows.length - shown) })}</Button></div>}
      <div><Button icon="plus" onClick={add}>{addLabel}</Button></div>
      <Dialog open={row !== undefined} onClose={() => setOpen(null)} title={row ? `${at + 1}. ${name(row) || t('unnamedRow')}` : ''} closeLabel={t('done')}>
        {row && (
          <div className="grid gap-4">
            {panel(row, at)}
            {columns.filter((column) => column.write && column.key !== 'register').map((column) => (
              <CardField key={`${row.id} ${column.key}`} column={column} row={row} problem={problems(row)[column.key]} onRow={(next) => list.change(rows.map((one) => (one.id === next.id ? next : one)))} />
            ))}
            <div className="flex items-center justify-between gap-2">
              <span className="flex gap-1">
                <IconButton icon="left" label={t('previousRow')} disabled={at === 0} onClick={() => setOpen(rows[at - 1]?.id ?? null)} />
                <IconButton icon="right" label={t('nextRow')} disabled={at === rows.length - 1} onClick={() => setOpen(rows[at + 1]?.id ?? null)} />
                <IconButton icon="trash" label={t('remove', { what: name(row) || t('unnamedRow') })} onClick={() => remove(row)} />
              </span>
              <Button variant="primary" onClick={() => setOpen(null)}>{t('done')}</Button>
            </div>
          </div>
        )}
      </Dialog>
    </div>
  );
}

type FieldProps<R extends GridRow> = { column: GridColumn<R>; row: R; problem: string | undefined; onRow: (row: R) => void };
function CardField<R extends GridRow>({ column, row, problem, onRow }: FieldProps<R>) {
  const id = useId();
  const locked = column.locked?.(row) ?? false;
  const write = (text: string) => column.write && onRow(column.write(row, text));
  const wiring = { id, 'aria-invalid': problem ? (true as const) : undefined, 'aria-describedby': problem ? `${id}-error` : undefined };
  if (column.kind === 'tick')
    return (
      <label className="flex min-h-8 items-center gap-2">
        <input type="checkbox" className="tick mt-0" checked={column.text(row) === '1'} onChange={(event) => write(event.target.checked ? '1' : '')} />
        {column.label}
      </label>
    );
  const options = column.kind === 'choice' ? (column.options?.(row) ?? []) : null;
  const chosen = options?.find((option) => option.label.trim() === column.text(row))?.value ?? '';
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">{column.label}</label>
      {options ? (
        <select {...wiring} className="control" value={chosen} disabled={locked} onChange={(event) => column.pick && onRow(column.pick(row, event.target.value))}>
          <option value="">–</option>
          {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      ) : (
        <input {...wiring} type="text" inputMode={column.kind === 'number' ? 'decimal' : undefined} autoComplete="off" className="control" readOnly={locked} defaultValue={column.text(row)} onBlur={(event) => event.target.value !== column.text(row) && write(event.target.value.trim())} />
      )}
      {problem && <p id={`${id}-error`} className="text-sm font-medium text-bad">{problem}</p>}
    </div>
  );
}
