'use client';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { searchForm } from './search-form';
import type { GridColumn, GridRow } from './types';
import type { Editing, Grid } from './use-grid';

type Props<R extends GridRow> = { grid: Grid<R>; editing: Editing; label: string };

/** The one input of the grid: it stands in the active cell while that is edited. Enter goes down, Tab goes on, Escape leaves the cell as it was. */
export function CellEditor<R extends GridRow>({ grid, editing, label }: Props<R>) {
  const { column, row } = grid;
  const [text, setText] = useState(editing.text.trim());
  const [active, setActive] = useState(editing.fresh ? 0 : -1);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const listId = useId();
  const options = column.kind === 'choice' ? matching(column, row, active < 0 && !editing.fresh ? '' : text) : null;
  useLayoutEffect(() => {
    input.current?.focus();
    // What was typed to begin with is added to; what stood there is replaced by typing on.
    if (!editing.fresh) input.current?.select();
  }, [editing.fresh]);
  const finish = (then: 'down' | 'next' | 'previous' | 'stay') => {
    if (done.current) return;
    done.current = true;
    const option = options && text.trim() !== '' && (active >= 0 ? options[active] : undefined);
    grid.commit(option ? { value: option.value } : { text: text.trim() }, then);
  };
  const take = (value: string) => {
    done.current = true;
    grid.commit({ value }, 'next');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    if (key === 'Escape') {
      done.current = true;
      grid.cancel();
    } else if (key === 'Enter') finish('down');
    else if (key === 'Tab') finish(event.shiftKey ? 'previous' : 'next');
    else if (options && (key === 'ArrowDown' || key === 'ArrowUp')) setActive((now) => (now + (key === 'ArrowDown' ? 1 : options.length - 1 + Number(now < 0))) % Math.max(1, options.length));
    else if (!options && editing.fresh && (key === 'ArrowDown' || key === 'ArrowUp')) finish(key === 'ArrowDown' ? 'down' : 'stay');
    else return event.stopPropagation();
    event.preventDefault();
    event.stopPropagation();
  };
  const combobox = options ? ({ role: 'combobox', 'aria-expanded': true, 'aria-autocomplete': 'list', 'aria-controls': listId, 'aria-activedescendant': options[active] ? `${listId}-${active}` : undefined } as const) : {};
  return (
    <>
      <input
        ref={input}
        type="text"
        inputMode={column.kind === 'number' ? 'decimal' : undefined}
        autoComplete="off"
        aria-label={label}
        className={`grid-input ${column.kind === 'number' ? 'num' : ''}`}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish('stay')}
        {...combobox}
      />
      {options && <Options id={listId} options={options} active={active} indented={text.trim() === '' || (active < 0 && !editing.fresh)} label={label} input={input} onTake={take} />}
    </>
  );
}

function matching<R extends GridRow>(column: GridColumn<R>, row: R | null, typed: string) {
  const all = (row ? column.options?.(row) : column.options?.({ id: '' } as R)) ?? [];
  const query = searchForm(typed);
  const rank = (label: string) => (label.startsWith(query) ? 0 : label.includes(` ${query}`) ? 1 : label.includes(query) ? 2 : 3);
  if (query === '') return all;
  const ranked = all.map((option) => ({ option, rank: rank(searchForm(option.label)) })).filter((one) => one.rank < 3);
  return ranked.sort((a, b) => a.rank - b.rank).map((one) => one.option);
}

type OptionsProps = { id: string; options: { value: string; label: string }[]; active: number; /** a tree stays a tree while nothing is typed */ indented: boolean; label: string; input: React.RefObject<HTMLInputElement | null>; onTake: (value: string) => void };
// In the top layer, so that the scrolling grid does not cut it off.
function Options({ id, options, active, indented, label, input, onTake }: OptionsProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const [list, anchor] = [box.current, input.current];
    if (!list || !anchor) return;
    list.showPopover();
    const { left, bottom, top, width } = anchor.getBoundingClientRect();
    const below = window.innerHeight - bottom;
    list.style.left = `${Math.max(8, Math.min(left, window.innerWidth - Math.max(width, 260) - 8))}px`;
    list.style.minWidth = `${Math.max(width, 220)}px`;
    if (below < 200 && top > below) list.style.bottom = `${window.innerHeight - top + 2}px`;
    else list.style.top = `${bottom + 2}px`;
    list.style.maxHeight = `${Math.min(288, Math.max(below, top) - 16)}px`;
  }, [input]);
  useEffect(() => void document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' }), [id, active]);
  return (
    <div ref={box} popover="manual" id={id} role="listbox" aria-label={label} className="fixed m-0 max-w-96 overflow-y-auto rounded-lg border border-line bg-surface p-1 text-left text-ink shadow-raised">
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus and the keys
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div key={option.value} id={`${id}-${index}`} role="option" aria-selected={index === active} className="min-h-8 cursor-default rounded-md px-2 py-1.5 whitespace-pre-wrap aria-selected:bg-accent-soft" onPointerDown={(event) => event.preventDefault()} onClick={() => onTake(option.value)}>
          {indented ? option.label : option.label.trim()}
        </div>
      ))}
    </div>
  );
}
