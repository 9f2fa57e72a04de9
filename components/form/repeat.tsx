'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { type FieldValues, type UseFieldArrayReturn, useFieldArray, useFormContext } from 'react-hook-form';
import { Button, IconButton } from '@/components/ui/button';
import { GroupLabel } from './context';
import { FieldError, useField } from './field';

type Row = { id: string; index: number; remove: () => void };
export type RepeatProps = {
  name: string;
  /** The group's name, and that of one item: "Sessions", n => `Session ${n}`. */
  label: string;
  itemLabel: (position: number) => string;
  addLabel: string;
  /** A fresh item. */
  make: () => FieldValues;
  min?: number;
  max?: number;
  children: (row: Row) => ReactNode;
};

/** "Add another": items as cards. After adding, the new item's first control has the focus; after removing, the add button. For tables use useRows. */
export function Repeat({ name, label, itemLabel, addLabel, make, min = 0, max = 200, children }: RepeatProps) {
  const rows = useRows(name);
  const t = useTranslations('forms');
  const { error, wiring } = useField({ name, label, hint: undefined });
  const add = useRef<HTMLButtonElement>(null);
  return (
    <div className="grid gap-3">
      <ol className="grid gap-3" ref={rows.list}>
        {rows.fields.map((field, index) => (
          <li key={field.id} className="rounded-md border border-line p-3">
            <GroupLabel value={itemLabel(index + 1)}>
              <div className="mb-2 flex items-center justify-between gap-2">
                <p className="font-medium">{itemLabel(index + 1)}</p>
                {rows.fields.length > min && (
                  <IconButton
                    icon="trash"
                    label={t('remove', { what: itemLabel(index + 1) })}
                    onClick={() => {
                      rows.remove(index);
                      add.current?.focus();
                    }}
                  />
                )}
              </div>
              {children({ id: field.id, index, remove: () => rows.remove(index) })}
            </GroupLabel>
          </li>
        ))}
      </ol>
      <FieldError id={wiring.id}>{error}</FieldError>
      {rows.fields.length < max && (
        <div>
          <Button ref={add} id={wiring.id} icon="plus" onClick={() => rows.add(make())}>
            {addLabel}
          </Button>
        </div>
      )}
    </div>
  );
}

/** useFieldArray with focus on the first control of an added row: put `list` on the element whose children are the rows. */
export function useRows(name: string): UseFieldArrayReturn & { list: React.RefObject<never>; add: (value: FieldValues) => void } {
  const { control } = useFormContext();
  const rows = useFieldArray({ control, name });
  const list = useRef<HTMLElement>(null);
  const added = useRef(false);
  useEffect(() => {
    if (!added.current || rows.fields.length === 0) return;
    added.current = false;
    list.current?.lastElementChild?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [rows.fields.length]);
  const add = (value: FieldValues) => {
    added.current = true;
    rows.append(value, { shouldFocus: false });
  };
  return { ...rows, list: list as React.RefObject<never>, add };
}
