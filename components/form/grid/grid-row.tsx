'use client';
import { memo, type ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import type { GridColumn, GridRow, Problems } from './types';

/** `empty` stands in the line to type into; `yes` and `no` say what a tick means. */
export type GridTexts = { empty: string; yes: string; no: string };
type Props<R extends GridRow> = {
  /** null: the empty line below the last row */
  row: R | null;
  index: number;
  columns: readonly GridColumn<R>[];
  /** -1: the cursor is elsewhere */
  active: number;
  /** this line takes the tab key when the cursor's own is out of view */
  stop: boolean;
  /** the selected columns of this row; from > to where none is */
  from: number;
  to: number;
  problems: Problems;
  /** the editor, while the active cell is edited */
  editor: ReactNode;
  texts: GridTexts;
  cellId: (index: number, column: string) => string;
};

function Row<R extends GridRow>({ row, index, columns, active, stop, from, to, problems, editor, texts, cellId }: Props<R>) {
  return (
    <tr aria-rowindex={index + 2} aria-selected={row ? from === 0 && to === columns.length - 1 : undefined}>
      <th scope="row" id={cellId(index, 'row')} tabIndex={-1} className="tabular num">{index + 1}</th>
      {columns.map((column, at) => {
        const problem = problems[column.key];
        const locked = row !== null && (!column.write || column.locked?.(row));
        return (
          <td
            key={column.key}
            id={cellId(index, column.key)}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of an ARIA grid
            role="gridcell"
            aria-colindex={at + 2}
            aria-invalid={problem ? true : undefined}
            aria-readonly={locked || undefined}
            aria-selected={at >= from && at <= to}
            tabIndex={at === active || (stop && at === 0) ? 0 : -1}
            data-row={index}
            data-column={at}
            data-active={at === active || undefined}
            data-locked={locked || undefined}
            title={problem}
            data-sticky={column.sticky ? true : undefined}
            className={`${column.sticky ?? ''} ${column.kind === 'number' ? 'num' : column.kind === 'tick' ? 'text-center' : ''}`}
          >
            {at === active && editor ? editor : <Shown row={row} column={column} first={at === 0} problem={problem} texts={texts} />}
          </td>
        );
      })}
    </tr>
  );
}

function Shown<R extends GridRow>({ row, column, first, problem, texts }: { row: R | null; column: GridColumn<R>; first: boolean; problem: string | undefined; texts: GridTexts }) {
  if (!row) return first ? <span className="text-soft">{texts.empty}</span> : null;
  if (column.show) return column.show(row);
  const text = column.text(row);
  if (column.kind === 'tick') return text ? <><Icon name="check" className="inline text-good" /><span className="sr-only">{texts.yes}</span></> : <><span aria-hidden="true" className="text-soft">–</span><span className="sr-only">{texts.no}</span></>;
  return (
    <>
      {problem && <Icon name="error" size={12} className="mr-1 inline text-bad" />}
      {text.trim()}
      {problem && !text && <span className="text-bad">…</span>}
    </>
  );
}

/** One line of the grid; drawn anew only when it or the cursor in it changes, so that five hundred lines cost nothing while one is typed. */
export const Line = memo(Row) as typeof Row;
