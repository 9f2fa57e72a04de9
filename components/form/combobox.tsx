'use client';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

export type Option = { value: string; label: string; detail?: string };
export type ComboboxProps = {
  id?: string;
  /** The name for assistive technology where no <label htmlFor> points here. */
  label?: string;
  /** Asked while typing; answers for older texts are dropped. */
  search: (query: string) => Promise<Option[]>;
  onPick: (option: Option | null) => void;
  /** The text shown at first: the label of the present value. */
  text?: string;
  /** Offers to make a new record of what was typed. */
  addNew?: { label: (query: string) => string; onAdd: (query: string) => void };
  /** Empties the box after a pick, for adding one after another. */
  clearOnPick?: boolean;
  placeholder?: string;
  wiring?: { 'aria-invalid'?: true; 'aria-describedby'?: string };
};

/** A text box with a list of matches: ARIA 1.2 combobox with listbox popup. Arrows move, Enter takes, Escape closes, emptying the text clears the value. */
export function Combobox({ id, label, search, onPick, text = '', addNew, clearOnPick, placeholder, wiring }: ComboboxProps) {
  const t = useTranslations('forms');
  const listId = useId();
  const [query, setQuery] = useState(text);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [options, setOptions] = useState<Option[]>([]);
  const [busy, setBusy] = useState(false);
  const asked = useRef(0);
  const ask = useRef(search);
  ask.current = search;
  const settled = useRef(text);

  useEffect(() => {
    if (!open) return;
    const turn = ++asked.current;
    setBusy(true);
    const timer = setTimeout(async () => {
      const found = await ask.current(query.trim()).catch(() => []);
      if (turn !== asked.current) return;
      setOptions(found);
      setBusy(false);
      setActive(found.length > 0 && query.trim() ? 0 : -1);
    }, 180);
    return () => clearTimeout(timer);
  }, [query, open]);

  const adding = addNew && query.trim() ? addNew : undefined;
  const size = options.length + (adding ? 1 : 0);
  const close = (shown: string) => {
    settled.current = shown;
    setQuery(shown);
    setOpen(false);
    setActive(-1);
  };
  const take = (index: number) => {
    const option = options[index];
    if (option) {
      onPick(option);
      close(clearOnPick ? '' : option.label);
    } else if (adding) {
      adding.onAdd(query.trim());
      close('');
    }
  };
  const leave = () => {
    if (query.trim() === '' && settled.current !== '' && !clearOnPick) onPick(null);
    close(query.trim() === '' || clearOnPick ? query.trim() : settled.current);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) return setOpen(true);
      if (size > 0) setActive((now) => (event.key === 'ArrowDown' ? (now + 1) % size : (now <= 0 ? size : now) - 1));
    } else if (event.key === 'Enter' && open) {
      event.preventDefault(); // never submits the form while the list is open
      if (active >= 0) take(active);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      close(settled.current);
    }
  };

  const line = (index: number) => ({
    id: `${listId}-${index}`,
    role: 'option' as const,
    'aria-selected': index === active,
    className: 'flex min-h-8 cursor-default flex-col justify-center rounded-md px-2 py-1 aria-selected:bg-accent-soft',
    onPointerDown: (event: React.PointerEvent) => event.preventDefault(), // keeps the focus in the box
    onClick: () => take(index),
  });
  return (
    <div className="relative">
      <input
        id={id}
        role="combobox"
        type="text"
        autoComplete="off"
        className="control"
        aria-label={label}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && active >= 0 ? `${listId}-${active}` : undefined}
        placeholder={placeholder}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={leave}
        {...wiring}
      />
      <div
        className={`absolute inset-x-0 z-30 mt-1 max-h-72 overflow-y-auto rounded-lg border border-line bg-surface p-1 shadow-raised ${open ? '' : 'hidden'}`}
      >
        <div id={listId} role="listbox" aria-label={label ?? t('matches')}>
          {options.map((option, index) => (
            <div key={option.value} {...line(index)}>
              <span>{option.label}</span>
              {option.detail && <span className="text-xs text-soft">{option.detail}</span>}
            </div>
          ))}
          {adding && (
            <div {...line(options.length)}>
              <span className="font-medium text-accent">{adding.label(query.trim())}</span>
            </div>
          )}
        </div>
        {size === 0 && <p className="px-2 py-1.5 text-soft">{busy ? t('searching') : t('noMatches')}</p>}
      </div>
      <p role="status" className="sr-only">
        {open && !busy ? t('matchCount', { n: options.length }) : ''}
      </p>
    </div>
  );
}
