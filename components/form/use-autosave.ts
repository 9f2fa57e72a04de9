'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { ActionResult } from '@/lib/shared/result';
import { type SchemaSource, schemaOf } from './schema-source';
import type { ActionForm } from './use-action-form';

export type SaveStatus = 'idle' | 'unsaved' | 'saving' | 'saved' | 'offline' | 'signedOut' | 'error';
type Copy<In> = { at: number; values: In };

type Options<In extends FieldValues, Out> = {
  form: ActionForm<In, Out>;
  schema: SchemaSource<In, Out>;
  /** Where the copy lies in this browser until the server has it: name the user and the record. */
  storageKey: string;
  /** The draft save; its refusals are shown only when they are conflicts. */
  save: (input: In) => Promise<ActionResult<unknown>>;
  /** Off while the record may not be edited. */
  enabled?: boolean;
  delay?: number;
};

const keepFor = 14 * 86_400_000;

/** Saves a form by itself when it is valid and the hand rests; until the server has acknowledged, a copy stays in this browser. */
export function useAutosave<In extends FieldValues, Out>({ form, schema, storageKey, save, enabled = true, delay = 1500 }: Options<In, Out>) {
  const { methods, busy, settle, base } = form;
  const [status, setStatus] = useState<SaveStatus>('idle');
  const [restorable, setRestorable] = useState<Copy<In> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const kept = useRef(false);
  const latest = useRef(save);
  latest.current = save;

  const run = useCallback(async () => {
    clearTimeout(timer.current);
    const later = (wait: number) => {
      timer.current = setTimeout(run, wait);
    };
    const values = structuredClone(methods.getValues());
    if (same(values, base.current)) return;
    if (!navigator.onLine) return setStatus('offline');
    if (busy.current) return later(delay);
    const checked = await schemaOf(schema).then((known) => known.safeParseAsync(values), () => null);
    if (!checked) return later(15_000); // the network went before the schema came
    if (!checked.success) return;
    if (busy.current) return later(delay); // a save by hand began while the values were checked
    setStatus('saving');
    const answer = latest.current(values).catch(() => null);
    busy.current = answer;
    const result = await answer;
    busy.current = null;
    if (!result) {
      setStatus('offline');
      return later(15_000);
    }
    if (result.ok || result.reason === 'stale') settle(result, values);
    if (!result.ok) return setStatus(result.reason === 'signedOut' ? 'signedOut' : 'error');
    if (same(values, methods.getValues())) {
      forget(storageKey);
      setStatus('saved');
    }
  }, [methods, base, busy, settle, schema, storageKey, delay]);

  useEffect(() => {
    const copy = recall<In>(storageKey);
    if (copy && !same(copy.values, methods.getValues())) setRestorable(copy);
  }, [storageKey, methods]);

  useEffect(() => {
    if (!enabled) return;
    const stop = methods.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        if (same(values, base.current)) {
          // Nothing typed, or what was typed is undone.
          clearTimeout(timer.current);
          if (kept.current) forget(storageKey); // but not a copy of an earlier visit, which is still on offer
          return setStatus((now) => (now === 'saving' || now === 'idle' || now === 'saved' ? now : 'saved'));
        }
        kept.current = true;
        keep(storageKey, { at: Date.now(), values });
        setStatus((now) => (now === 'saving' ? now : 'unsaved'));
        clearTimeout(timer.current);
        timer.current = setTimeout(run, delay);
      },
    });
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, [enabled, methods, run, delay, storageKey, base]);

  useEffect(() => {
    if (form.savedAt && same(base.current, methods.getValues())) {
      forget(storageKey);
      setStatus('saved');
    }
  }, [form.savedAt, base, methods, storageKey]);

  const unsaved = status === 'unsaved' || status === 'saving' || status === 'offline' || status === 'signedOut' || status === 'error';
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', run);
    return () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', run);
    };
  }, [unsaved, run]);

  /** Puts the copy back, with the version it was typed on: a newer record then shows as a conflict, not as a silent overwrite. */
  const restore = () => {
    if (restorable) methods.reset(restorable.values, { keepDefaultValues: true });
    setRestorable(null);
  };
  const discard = () => {
    forget(storageKey);
    setRestorable(null);
  };
  return { status, restorable, restore, discard };
}

// Undefined and key order apart, two states of a form are the same when they would be sent the same.
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const prefix = 'draft:';

// A full or forbidden storage must never stop the typing.
function keep(key: string, copy: Copy<FieldValues>) {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(copy));
  } catch {}
}
function forget(key: string) {
  try {
    localStorage.removeItem(prefix + key);
  } catch {}
}
function recall<In>(key: string): Copy<In> | null {
  try {
    const copy = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Copy<In> | null;
    if (copy && Date.now() - copy.at < keepFor) return copy;
    forget(key);
  } catch {}
  return null;
}
