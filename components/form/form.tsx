'use client';
import { type ReactNode, useState } from 'react';
import { type FieldValues, FormProvider } from 'react-hook-form';
import { ConflictPanel, type Show } from './conflict-panel';
import { KitContext, type Reveal } from './context';
import { ErrorSummary } from './error-summary';
import type { ActionForm } from './use-action-form';

type FormProps<In extends FieldValues, Out> = {
  form: ActionForm<In, Out>;
  children: ReactNode;
  className?: string;
  /** Names the form where a page has several. */
  label?: string;
  /** How the conflict panel writes a value of a field (names instead of ids); undefined: as it stands. */
  show?: Show;
};

/** A form of the kit: summary of errors and conflict panel on top, fields below. Put it into <Messages namespaces={['forms', 'errors', …]}>. */
export function Form<In extends FieldValues, Out>({ form, children, className = 'grid gap-6', label, show }: FormProps<In, Out>) {
  const [labels] = useState(() => new Map<string, string>());
  const [reveals] = useState(() => new Set<Reveal>());
  return (
    <FormProvider {...form.methods}>
      {/* The fields below know the form by names only, hence the wider type. */}
      <KitContext value={{ form: form as unknown as ActionForm, labels, reveals }}>
        <form noValidate onSubmit={form.submit} className={className} aria-label={label}>
          <ErrorSummary />
          {form.conflict && <ConflictPanel stored={form.conflict} show={show} />}
          {children}
        </form>
      </KitContext>
    </FormProvider>
  );
}

/** A titled part of a form. */
export function FormSection({
  title,
  description,
  children,
  action,
  columns = 1,
}: {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  columns?: 1 | 2 | 3;
}) {
  const grid = columns === 1 ? '' : columns === 2 ? 'sm:grid-cols-2' : 'sm:grid-cols-2 lg:grid-cols-3';
  return (
    <fieldset className="min-w-0 rounded-lg border border-line bg-surface p-4 sm:p-5">
      <legend className="float-left mb-4 w-full">
        <span className="flex flex-wrap items-baseline justify-between gap-2">
          <span className="text-base font-semibold">{title}</span>
          {action}
        </span>
        {description && <span className="mt-0.5 block max-w-prose text-sm text-soft">{description}</span>}
      </legend>
      <div className={`clear-both grid items-start gap-x-6 gap-y-5 ${grid}`}>{children}</div>
    </fieldset>
  );
}
