'use client';
import { type RefObject, useCallback, useRef, useState, useTransition } from 'react';
import { type DefaultValues, type FieldValues, type Path, type PathValue, type UseFormReturn, useForm } from 'react-hook-form';
import type { ActionFailure, ActionResult } from '@/lib/shared/result';
import { resolverOf, type SchemaSource } from './schema-source';

/** The record as it stands on the server when a save came too late. */
export type StoredRecord = { version: number; values: Record<string, unknown>; editedBy?: string | null; editedAt?: string | Date | null };
type Send<In, T> = (input: In) => Promise<ActionResult<T>>;

export type ActionFormOptions<In extends FieldValues, Out, T> = {
  schema: SchemaSource<In, Out>;
  action: Send<In, T>;
  defaultValues: DefaultValues<In>;
  onSuccess?: (value: T, input: In) => void;
  /** Put into the values as `id` and `version`; a newer version in the action's value replaces it. */
  recordId?: string;
  version?: number | null;
};

export type ActionForm<In extends FieldValues = FieldValues, Out = unknown> = {
  methods: UseFormReturn<In, unknown, Out>;
  submit: (event?: React.BaseSyntheticEvent) => void;
  /** A handler that validates and sends to another action (submit for review). */
  submitWith: <U>(action: Send<In, U>, onSuccess?: (value: U, input: In) => void) => () => void;
  pending: boolean;
  failure: ActionFailure | null;
  savedAt: Date | null;
  conflict: StoredRecord | null;
  /** Takes the chosen texts over the stored version; the next save goes on from there. */
  resolveConflict: (chosen: Record<string, unknown>) => void;
  /** What the server last acknowledged (or the form started with). */
  base: RefObject<Record<string, unknown>>;
  /** Counts failed submits since the last save, so that the summary takes the focus each time. */
  attempts: number;
  /** The save under way, by hand or by itself: the next one waits for it, since it brings the version to go on from. */
  busy: RefObject<Promise<unknown> | null>;
  /** What parts of the form still work out by themselves: a save by hand waits for it, or it would be refused for what is clear a moment later. */
  holdUps: RefObject<Set<() => Promise<void>>>;
  settle: (result: ActionResult<unknown>, sent: In) => void;
};

const isStored = (value: unknown): value is StoredRecord => typeof value === 'object' && value !== null && 'version' in value && 'values' in value;

export function useActionForm<In extends FieldValues, Out, T>(options: ActionFormOptions<In, Out, T>): ActionForm<In, Out> {
  const { schema, action, onSuccess, recordId, version } = options;
  const [start] = useState(
    () => ({ ...options.defaultValues, ...(recordId && { id: recordId }), ...(version !== undefined && { version }) }) as DefaultValues<In>,
  );
  const [resolver] = useState(() => resolverOf(schema));
  const methods = useForm<In, unknown, Out>({
    resolver,
    mode: 'onBlur',
    shouldFocusError: false,
    defaultValues: start,
  });
  const base = useRef<Record<string, unknown>>(start);
  const busy = useRef<Promise<unknown> | null>(null);
  const sending = useRef(false);
  const holdUps = useRef(new Set<() => Promise<void>>());
  const [waiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const [conflict, setConflict] = useState<StoredRecord | null>(null);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [attempts, setAttempts] = useState(0);
  const [pending, startTransition] = useTransition();
  const { setValue, setError, reset, getValues, handleSubmit } = methods;

  const settle = useCallback(
    (result: ActionResult<unknown>, sent: In) => {
      const stored = !result.ok && result.reason === 'stale' && isStored(result.current) ? result.current : null;
      setFailure(result.ok ? null : result);
      setConflict(stored);
      if (stored) return; // the conflict panel speaks, not the summary
      if (!result.ok) {
        for (const [path, message] of Object.entries(result.fieldErrors ?? {})) if (path) setError(path as Path<In>, { type: 'server', message });
        return setAttempts((count) => count + 1);
      }
      const next = (result.value as { version?: unknown } | null | undefined)?.version;
      const saved = typeof next === 'number' && 'version' in sent ? { ...sent, version: next } : sent;
      base.current = saved; // before the version changes: whoever watches the values must not take that for typing
      if (saved !== sent) setValue('version' as Path<In>, next as PathValue<In, Path<In>>);
      reset(saved, { keepValues: true });
      setSavedAt(new Date());
      setAttempts(0);
    },
    [reset, setError, setValue],
  );

  const send = <U>(to: Send<In, U>, done?: (value: U, input: In) => void) => {
    if (sending.current) return;
    // Next holds an action back while the browser is offline, so it is never sent then.
    if (!navigator.onLine) return settle({ ok: false, reason: 'network' }, structuredClone(getValues()));
    sending.current = true;
    startTransition(async () => {
      while (busy.current) await busy.current;
      const sent = structuredClone(getValues());
      try {
        const answer = to(sent);
        busy.current = answer.catch(() => null);
        const result = await answer;
        settle(result, sent);
        if (result.ok) done?.(result.value, sent);
      } catch {
        settle({ ok: false, reason: navigator.onLine ? 'unexpected' : 'network' }, sent);
      } finally {
        busy.current = null;
        sending.current = false;
      }
    });
  };
  const refuse = () => {
    setFailure(null);
    setAttempts((count) => count + 1);
  };
  const submitWith =
    <U>(to: Send<In, U>, done?: (value: U, input: In) => void) =>
    async () => {
      if (waiting) return;
      setWaiting(true);
      await Promise.all([...holdUps.current].map((over) => over()));
      setWaiting(false);
      await handleSubmit(() => send(to, done), refuse)();
    };

  const resolveConflict = (chosen: Record<string, unknown>) => {
    if (!conflict) return;
    for (const [name, value] of Object.entries(chosen)) setValue(name as Path<In>, value as PathValue<In, Path<In>>, { shouldDirty: true });
    setValue('version' as Path<In>, conflict.version as PathValue<In, Path<In>>);
    base.current = { ...base.current, ...conflict.values, version: conflict.version };
    setConflict(null);
    setFailure(null);
  };

  const submit = (event?: React.BaseSyntheticEvent) => {
    event?.preventDefault();
    void submitWith(action, onSuccess)();
  };
  return { methods, submit, submitWith, pending: pending || waiting, failure, savedAt, conflict, resolveConflict, base, attempts, busy, holdUps, settle };
}
