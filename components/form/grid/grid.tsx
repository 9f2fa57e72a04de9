'use client';
import { useLayoutEffect, useRef, useState } from 'react';
import { CellEditor } from './cell-editor';
import { type GridTexts, Line } from './grid-row';
import type { GridRow, Problems } from './types';
import type { Grid as GridState } from './use-grid';

/** Above this the lines outside the view are not drawn. */
const drawAll = 60;
const lineHeight = 36;
const spare = 12;
const none: Problems = {};

type Props<R extends GridRow> = {
  grid: GridState<R>;
  label: string;
  describedBy?: string;
  number: string;
  texts: GridTexts;
  problems: (row: R) => Problems;
  /** the id of a cell's element; the form's error summary links to it */
  cellId: (index: number, column: string) => string;
};

/** A spreadsheet-like list: ARIA grid with one tab stop, header and first column stay in view, one input at a time. */
export function Grid<R extends GridRow>({ grid, label, describedBy, number, texts, problems, cellId }: Props<R>) {
  const { columns, list, at, range, editing, lines } = grid;
  const { from, to, onScroll } = useWindow(grid);
  useActiveFocus(grid, from);
  const shown = Array.from({ length: to - from }, (_, offset) => from + offset);
  const stop = at.row >= from && at.row < to ? -1 : Math.min(from + spare, to - 1);
    return (
    <div ref={grid.box} className="grid-box" data-tall={lines > drawAll || undefined} onScroll={onScroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: an ARIA grid, in the elements that sighted readers and printers know */}
      <table onKeyDown={grid.onKeyDown} onFocus={grid.onFocus} {...grid.pointers} role="grid" aria-label={label} aria-describedby={describedBy} aria-rowcount={lines + 1} aria-colcount={columns.length + 1} aria-multiselectable="true" className="grid-table">
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className="w-10"><span className="sr-only">{number}</span></th>
            {columns.map((column, index) => (
              <th key={column.key} scope="col" aria-colindex={index + 2} data-sticky={column.sticky ? true : undefined} className={`${column.width} ${column.sticky ?? ''} ${column.kind === 'number' ? 'num' : column.kind === 'tick' ? 'text-center' : ''}`}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Space lines={from} />
          {shown.map((index) => {
            const row = list.rows[index] ?? null;
            const inRange = index >= range.top && index <= range.bottom;
            const active = index === at.row ? at.column : -1;
            return (
              <Line
                key={row?.id ?? 'next'}
                row={row}
                index={index}
                columns={columns}
                active={active}
                stop={index === stop}
                from={inRange ? range.left : 0}
                to={inRange ? range.right : -1}
                problems={row ? problems(row) : none}
                editor={active >= 0 && editing ? <CellEditor key={`${at.row}-${at.column}`} grid={grid} editing={editing} label={`${grid.column.label}, ${index + 1}`} /> : null}
                texts={texts}
                cellId={cellId}
              />
            );
          })}
          <Space lines={lines - to} />
        </tbody>
      </table>
    </div>
  );
}

// The page's policy allows no style attribute in what the server sends, so the height is set afterwards.
function Space({ lines }: { lines: number }) {
  const cell = useRef<HTMLTableCellElement>(null);
  useLayoutEffect(() => {
    if (cell.current) cell.current.style.height = `${lines * lineHeight}px`;
  }, [lines]);
  return lines > 0 ? <tr><td ref={cell} /></tr> : null;
}

function useWindow<R extends GridRow>({ box, lines, at, wanted }: GridState<R>) {
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(720);
  const measure = () => {
    if (!box.current) return;
    // In steps, so that scrolling draws anew only every few lines.
    setTop(Math.floor(box.current.scrollTop / (lineHeight * 4)) * 4);
    setHeight(box.current.clientHeight);
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !wanted.current || lines <= drawAll) return;
    const y = at.row * lineHeight;
    const seen = element.clientHeight - 2 * lineHeight;
    if (y < element.scrollTop) element.scrollTop = y;
    else if (y > element.scrollTop + seen) element.scrollTop = y - seen;
    setTop(Math.floor(element.scrollTop / (lineHeight * 4)) * 4);
  }, [box, wanted, at.row, lines]);
  if (lines <= drawAll) return { from: 0, to: lines, onScroll: undefined };
  const from = Math.max(0, Math.min(top, lines) - spare);
  return { from, to: Math.min(lines, top + Math.ceil(height / lineHeight) + spare), onScroll: measure };
}

// The active cell takes the focus where a key or a press moved it, never by itself.
function useActiveFocus<R extends GridRow>({ box, wanted, editing, at, row }: GridState<R>, from: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cell may be drawn only after the window has moved, and another row may come to stand where one was removed
  useLayoutEffect(() => {
    if (!wanted.current || editing) return;
    const cell = box.current?.querySelector<HTMLElement>('[data-active]');
    if (!cell) return;
    wanted.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [box, wanted, editing, at.row, at.column, row?.id, from]);
}
