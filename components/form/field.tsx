'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, use, useEffect } from 'react';
import { get, useFormContext, useFormState } from 'react-hook-form';
import { Icon } from '@/components/ui/icon';
import { GroupLabel, useKit } from './context';
import { ErrorSentence } from './error-sentence';
import { fieldId } from './errors';

export type FieldBasics = {
  name: string;
  label: string;
  hint?: ReactNode;
  /** Says "(optional)" beside the label; fields are required by habit. */
  optional?: boolean;
  /** For grids: the label is there for screen readers only. */
  hideLabel?: boolean;
  className?: string;
};
export type Wiring = { id: string; 'aria-invalid': true | undefined; 'aria-describedby': string | undefined };

/** The error of one field as a sentence, and its wiring; re-renders for this field only. */
export function useField({ name, label, hint }: Pick<FieldBasics, 'name' | 'label' | 'hint'>) {
  const { labels } = useKit();
  const { control } = useFormContext();
  const { errors } = useFormState({ control, name });
  const group = use(GroupLabel);
  useEffect(() => {
    labels.set(name, group ? `${group}, ${label}` : label);
    return () => void labels.delete(name);
  }, [labels, name, label, group]);
  const found = get(errors, name) as { message?: string; root?: { message?: string } } | undefined;
  const message = found?.message ?? found?.root?.message;
  const id = fieldId(name);
  const describedBy = [hint && `${id}-hint`, message && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const wiring: Wiring = { id, 'aria-invalid': message ? true : undefined, 'aria-describedby': describedBy };
  return { error: message && <ErrorSentence message={message} />, wiring };
}

export function FieldError({ id, children }: { id: string; children?: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`${id}-error`} className="flex items-start gap-1 text-sm font-medium text-bad">
      <Icon name="error" size={14} className="mt-0.75" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}

/** Label, hint and error around one control; `children` gets the id and the described-by wiring for it. */
export function Field({ name, label, hint, optional, hideLabel, className = '', children }: FieldBasics & { children: (wiring: Wiring) => ReactNode }) {
  const t = useTranslations('forms');
  const { error, wiring } = useField({ name, label, hint });
  return (
    <div className={`grid content-start gap-1 ${className}`}>
      <label htmlFor={wiring.id} className={hideLabel ? 'sr-only' : 'font-medium'}>
        {label}
        {optional && <span className="font-normal text-soft"> {t('optional')}</span>}
      </label>
      {hint && (
        <div id={`${wiring.id}-hint`} className="text-xs text-soft">
          {hint}
        </div>
      )}
      {children(wiring)}
      <FieldError id={wiring.id}>{error}</FieldError>
    </div>
  );
}

/** The same around a group of choices: a fieldset whose first control carries the id that the summary links to. */
export function GroupField({ name, label, hint, optional, hideLabel, className = '', children }: FieldBasics & { children: (wiring: Wiring) => ReactNode }) {
  const t = useTranslations('forms');
  const { error, wiring } = useField({ name, label, hint });
  return (
    <fieldset className={`grid min-w-0 content-start gap-1 ${className}`} aria-describedby={wiring['aria-describedby']}>
      <legend className={hideLabel ? 'sr-only' : 'mb-1 font-medium'}>
        {label}
        {optional && <span className="font-normal text-soft"> {t('optional')}</span>}
      </legend>
      {hint && (
        <div id={`${wiring.id}-hint`} className="text-xs text-soft">
          {hint}
        </div>
      )}
      {children(wiring)}
      <FieldError id={wiring.id}>{error}</FieldError>
    </fieldset>
  );
}
