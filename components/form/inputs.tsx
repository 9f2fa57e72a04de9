'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { Field, type FieldBasics } from './field';

type Text = FieldBasics & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  autoComplete?: string;
  maxLength?: number;
  readOnly?: boolean;
  placeholder?: string;
  lang?: string;
};

export function TextField({ type = 'text', autoComplete = 'off', maxLength, readOnly, placeholder, lang, ...basics }: Text) {
  const { register } = useFormContext();
  return (
    <Field {...basics}>
      {(wiring) => (
        <input
          {...wiring}
          type={type}
          className="control"
          autoComplete={autoComplete}
          maxLength={maxLength}
          readOnly={readOnly}
          placeholder={placeholder}
          lang={lang}
          {...register(basics.name)}
        />
      )}
    </Field>
  );
}

/** Several lines; the rest of `max` characters is counted down near the end. */
export function TextArea({ rows = 4, max, ...basics }: FieldBasics & { rows?: number; max?: number }) {
  const { register } = useFormContext();
  return (
    <Field {...basics}>
      {(wiring) => (
        <>
          <textarea {...wiring} rows={rows} className="control" {...register(basics.name)} />
          {max && <Counter name={basics.name} max={max} />}
        </>
      )}
    </Field>
  );
}

function Counter({ name, max }: { name: string; max: number }) {
  const t = useTranslations('forms');
  const left = max - String(useWatch({ name }) ?? '').length;
  return (
    <p aria-live="polite" className={`tabular text-xs ${left < 0 ? 'font-medium text-bad' : 'text-soft'}`}>
      {left < max / 10 ? t('charactersLeft', { n: left }) : ''}
    </p>
  );
}

/** A number as text, so that a decimal comma works and nothing typed disappears; the schema's `decimal` or `count` reads it. */
export function NumberField({ unit, whole, ...basics }: FieldBasics & { unit?: ReactNode; whole?: boolean }) {
  const { register } = useFormContext();
  return (
    <Field {...basics}>
      {(wiring) => (
        <div className="flex items-center gap-2">
          <input
            {...wiring}
            type="text"
            inputMode={whole ? 'numeric' : 'decimal'}
            autoComplete="off"
            className="control num max-w-40"
            {...register(basics.name)}
          />
          {unit && <span className="text-soft">{unit}</span>}
        </div>
      )}
    </Field>
  );
}

export function DateField({ min, max, ...basics }: FieldBasics & { min?: string; max?: string }) {
  const { register } = useFormContext();
  return (
    <Field {...basics}>
      {(wiring) => <input {...wiring} type="date" min={min} max={max} className="control tabular max-w-48" {...register(basics.name)} />}
    </Field>
  );
}

/** A time of day, 'HH:MM'. */
export function TimeField(basics: FieldBasics) {
  const { register } = useFormContext();
  return <Field {...basics}>{(wiring) => <input {...wiring} type="time" className="control tabular max-w-32" {...register(basics.name)} />}</Field>;
}

export type Choice = { value: string; label: string; hint?: string; disabled?: boolean };

/** `empty` is the text of the first, valueless line; without it there is none. */
export function SelectField({ options, empty, ...basics }: FieldBasics & { options: Choice[]; empty?: string }) {
  const { register } = useFormContext();
  return (
    <Field {...basics}>
      {(wiring) => (
        <select {...wiring} className="control" {...register(basics.name)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A native file input outside the values: files go to a route handler, not through an action. */
export function FileField({ accept, multiple, onFiles, ...basics }: FieldBasics & { accept?: string; multiple?: boolean; onFiles: (files: File[]) => void }) {
  return (
    <Field {...basics}>
      {(wiring) => (
        <input
          {...wiring}
          type="file"
          accept={accept}
          multiple={multiple}
          onChange={(event) => onFiles([...(event.target.files ?? [])])}
          className="control py-1 file:mr-3 file:min-h-7 file:rounded file:border-0 file:bg-sunken file:px-2 file:font-medium file:text-ink"
        />
      )}
    </Field>
  );
}
