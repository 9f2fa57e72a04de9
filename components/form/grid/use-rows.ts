'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import type { GridRow } from './types';

type Past<R> = { back: R[][]; forth: R[][] };
const depth = 100;

export type Rows<R> = {
  rows: R[];
  /** one step that can be undone */
  change: (rows: R[]) => void;
  /** a change that nobody made by hand: it joins the step before */
  adjust: (change: (rows: R[]) => R[]) => void;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
};

/**
 * The rows of a list in a form, kept as unchanging objects so that only changed rows are drawn anew, with undo. The form gets every state; what the form
 * gets from elsewhere (a restored copy, a resolved conflict) comes back here.
 */
export function useFormRows<R extends GridRow>(name: string): Rows<R> {
  const { getValues, setValue, subscribe } = useFormContext();
  const { isSubmitted } = useFormState();
  const [rows, setRows] = useState<R[]>(() => getValues(name) as R[]);
  const [past, setPast] = useState<Past<R>>({ back: [], forth: [] });
  const now = useRef(rows);
  const put = useCallback(
    (next: R[]) => {
      now.current = next;
      setRows(next);
      setValue(name, next as never, { shouldValidate: isSubmitted });
    },
    [name, setValue, isSubmitted],
  );
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ name: changed, values }) => {
          if (changed && changed !== name && !changed.startsWith(`${name}.`)) return;
          const given = (values as Record<string, R[]>)[name] ?? [];
          const known = new Map(now.current.map((row) => [row.id, row]));
          const same = (row: R) => JSON.stringify(row) === JSON.stringify(known.get(row.id));
          if (given.length === now.current.length && given.every((row, index) => row.id === now.current[index]?.id && same(row))) return;
          now.current = given.map((row) => (same(row) ? (known.get(row.id) as R) : structuredClone(row)));
          setRows(now.current);
        },
      }),
    [name, subscribe],
  );
  const change = (next: R[]) => {
    if (next.length === now.current.length && next.every((row, index) => row === now.current[index])) return;
    const before = now.current;
    setPast(({ back }) => ({ back: [...back.slice(-depth), before], forth: [] }));
    put(next);
  };
  const adjust = useCallback(
    (make: (rows: R[]) => R[]) => {
      const next = make(now.current);
      if (next.some((row, index) => row !== now.current[index])) put(next);
    },
    [put],
  );
  const travel = (from: 'back' | 'forth', to: 'back' | 'forth') => {
    const target = past[from].at(-1);
    if (!target) return;
    const present = now.current;
    setPast({ ...past, [from]: past[from].slice(0, -1), [to]: [...past[to], present] } as Past<R>);
    put(target);
  };
  return { rows, change, adjust, undo: () => travel('back', 'forth'), redo: () => travel('forth', 'back'), canUndo: past.back.length > 0, canRedo: past.forth.length > 0 };
}
