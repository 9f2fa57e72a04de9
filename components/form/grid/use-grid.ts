'use client';
import { type FocusEvent, type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type Command, commandOf } from './keys';
import { fillDown, following, moved, rangeOf, textsOf, toggleRange, writeRange } from './moves';
import { formatBlock, parseBlock } from './tsv';
import type { Cell, GridColumn, GridRow, Range } from './types';
import type { Rows } from './use-rows';

export type GridOptions<R extends GridRow> = {
  list: Rows<R>;
  columns: readonly GridColumn<R>[];
  /** a fresh row; the line below the last one makes it when something is written there */
  make: () => R;
  /** takes a pasted block instead of the cells; false leaves it to them */
  onPaste?: (block: string[][], at: Cell, rows: number) => boolean;
  /** Enter on a column that cannot be written */
  onOpen?: (row: R) => void;
};
export type Editing = { text: string; /** typing replaced what stood there */ fresh: boolean };
export type Grid<R extends GridRow> = ReturnType<typeof useGrid<R>>;

/** What a spreadsheet's cursor, selection and keys do to rows of a form. The line after the last row is always there to type into. */
export function useGrid<R extends GridRow>({ list, columns, make, onPaste, onOpen }: GridOptions<R>) {
  const [cursor, setCursor] = useState<Cell>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Cell | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const box = useRef<HTMLDivElement>(null);
  /** set by whatever moves the cursor, so that the cell takes the focus once it is drawn */
  const wanted = useRef(false);
  const leaving = useRef(false);
  const { rows } = list;
  const lines = rows.length + 1;
  const at = { row: Math.min(cursor.row, rows.length), column: Math.min(cursor.column, columns.length - 1) };
  const range: Range = rangeOf(at, anchor ? moved(anchor, 0, 0, lines, columns.length) : at);
  const column = columns[at.column] as GridColumn<R>;
  const row = rows[at.row] ?? null;

  const go = (to: Cell, extend = false) => {
    setAnchor(extend ? (anchor ?? at) : null);
    setCursor(to);
    setEditing(null);
    wanted.current = true;
  };
  const withLine = () => (at.row < rows.length ? rows : [...rows, make()]);
  const writable = () => Boolean(column.write) && !(row && column.locked?.(row));
  const write = (text: string) => list.change(writeRange(withLine(), columns, rangeOf(at, at), text));
  const choose = (value: string) => list.change(withLine().map((one, index) => (index === at.row && column.pick ? column.pick(one, value) : one)));
  const step = (direction: 1 | -1) => {
    const next = following(at, direction, lines, columns.length);
    if (next) go(next);
    return next !== null;
  };
  /** Ends editing: what was typed, or a choice, goes in, and the cursor moves on. */
  const commit = (entry: { text: string } | { value: string }, then: 'down' | 'next' | 'previous' | 'stay') => {
    if ('value' in entry) choose(entry.value);
    else if (entry.text !== (row ? column.text(row) : '')) write(entry.text);
    const grown = at.row >= rows.length ? lines + 1 : lines;
    const target = then === 'down' ? moved(at, 1, 0, grown, columns.length) : then === 'stay' ? at : (following(at, then === 'next' ? 1 : -1, grown, columns.length) ?? at);
    go(target);
  };
  const cancel = () => go(at);
  const edit = (fresh: string | null) => {
    if (!writable() || column.kind === 'tick') return row && !column.write ? onOpen?.(row) : undefined;
    setEditing({ text: fresh ?? (row ? column.text(row) : ''), fresh: fresh !== null });
  };
  const removeRows = (from = range.top, to = range.bottom) => {
    list.change(rows.filter((_row, index) => index < from || index > to));
    go({ row: Math.min(from, Math.max(0, rows.length - (to - from + 1))), column: at.column });
  };
  const run = (command: Command): boolean => {
    const { do: name } = command;
    if (name === 'move') go(moved(at, command.down, command.right, lines, columns.length), command.extend);
    else if (name === 'edge') go(moved(at, command.down * lines, command.right * columns.length, lines, columns.length), command.extend);
    else if (name === 'next' || name === 'previous') return step(name === 'next' ? 1 : -1);
    else if (name === 'edit') edit(null);
    else if (name === 'type') edit(command.text);
    else if (name === 'clear') list.change(writeRange(rows, columns, range, ''));
    else if (name === 'toggle') column.kind === 'tick' && at.row < rows.length ? list.change(toggleRange(rows, columns, range)) : edit(null);
    else if (name === 'fillDown') list.change(fillDown(withLine(), columns, range));
    else if (name === 'undo' || name === 'redo') {
      list[name]();
      wanted.current = true; // what comes back may push the focused row elsewhere
    }
    else if (name === 'deleteRows') removeRows();
    else if (name === 'selectAll' || name === 'selectRow' || name === 'selectColumn') select(name);
    return true;
  };
  const select = (what: 'selectAll' | 'selectRow' | 'selectColumn') => {
    const last = Math.max(0, rows.length - 1);
    setAnchor({ row: what === 'selectRow' ? range.top : 0, column: what === 'selectColumn' ? at.column : 0 });
    setCursor({ row: what === 'selectRow' ? range.bottom : last, column: what === 'selectColumn' ? at.column : columns.length - 1 });
    wanted.current = true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || event.defaultPrevented) return;
    const command = commandOf(event);
    if (!command) return;
    // Escape, then Tab: out of the grid, so that the keyboard is never caught in it.
    const out = leaving.current && (command.do === 'next' || command.do === 'previous');
    leaving.current = command.do === 'leave';
    if (command.do === 'leave' && anchor) setAnchor(null);
    if (out || command.do === 'leave' || !run(command)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  useClipboard(box, editing !== null, {
    copy: () => formatBlock(textsOf(rows, columns, { ...range, bottom: Math.min(range.bottom, rows.length - 1) })),
    cut: () => list.change(writeRange(rows, columns, range, '')),
    paste: (text) => {
      const block = parseBlock(text);
      if (editing) cancel();
      if (block.length === 0 || onPaste?.(block, at, range.bottom - range.top + 1)) return;
      write(block[0]?.[0] ?? '');
    },
  });
  const pointers = usePointer((to, extend) => {
    const focused = box.current?.contains(document.activeElement);
    if (focused && !extend && to.row === at.row && to.column === at.column && !editing) column.kind === 'tick' && at.row < rows.length ? list.change(toggleRange(rows, columns, rangeOf(at, at))) : edit(null);
    else go(to, extend);
  });
  // Focus that came from elsewhere (the tab key, a link of the error summary) takes the cursor along.
  const onFocus = (event: FocusEvent) => {
    const to = cellAt(event.target);
    if (to && !editing && !wanted.current && (to.row !== at.row || to.column !== at.column) && event.target instanceof HTMLTableCellElement) {
      setAnchor(null);
      setCursor(to);
    }
  };
  return { onFocus, list, columns, box, wanted, at, range, editing, column, row, lines, go, commit, cancel, removeRows, onKeyDown, pointers, selected: range.top !== range.bottom ? rows.slice(range.top, range.bottom + 1) : row ? [row] : [] };
}

type Clipboard = { copy: () => string; cut: () => void; paste: (text: string) => void };
/** More than one cell: copied from a spreadsheet, a single one may end with a line break. */
const isBlock = (text: string) => /[\t\n]/.test(text.trimEnd());
// Clipboard events do not reliably start at a focused cell, so they are heard at the document while a cell has the focus. In an open cell they are
// the text field's own, but for a block: it would end as one line of text in a cell.
function useClipboard(box: RefObject<HTMLElement | null>, typing: boolean, acts: Clipboard) {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const hear = (event: ClipboardEvent) => {
      if (!event.clipboardData || !box.current?.contains(document.activeElement)) return;
      if (typing && !(event.type === 'paste' && isBlock(event.clipboardData.getData('text/plain')))) return;
      event.preventDefault();
      if (event.type === 'paste') return latest.current.paste(event.clipboardData.getData('text/plain'));
      event.clipboardData.setData('text/plain', latest.current.copy());
      if (event.type === 'cut') latest.current.cut();
    };
    const types = ['copy', 'cut', 'paste'] as const;
    for (const type of types) document.addEventListener(type, hear);
    return () => {
      for (const type of types) document.removeEventListener(type, hear);
    };
  }, [box, typing]);
}

function cellAt(target: EventTarget | null): Cell | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}

// One handler for all cells. A press sets the cursor, a second one edits, drawing selects; touch scrolls instead of drawing.
function usePointer(press: (to: Cell, extend: boolean) => void) {
  const drawing = useRef(false);
  const onPointerDown = (event: PointerEvent) => {
    const to = cellAt(event.target);
    if (!to || event.button !== 0 || (event.target as Element).closest('input, button, [role=listbox]')) return;
    if (event.pointerType === 'mouse') {
      event.preventDefault();
      drawing.current = true;
      press(to, event.shiftKey);
    }
  };
  const onPointerOver = (event: PointerEvent) => {
    const to = drawing.current && event.buttons === 1 ? cellAt(event.target) : null;
    if (to) press(to, true);
    else drawing.current = false;
  };
  const onClick = (event: React.MouseEvent & { nativeEvent: { pointerType?: string } }) => {
    const to = cellAt(event.target);
    if (to && event.nativeEvent.pointerType !== 'mouse' && event.detail > 0 && !(event.target as Element).closest('input, button')) press(to, false);
  };
  return { onPointerDown, onPointerOver, onClick };
}
