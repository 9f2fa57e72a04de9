import type { ReactNode } from 'react';

export type LinkChoice = { value: string; label: ReactNode };

/** One of a few, in targets for a thumb; `row` puts them side by side. */
export function LinkChoices({ name, legend, hint, choices, required, row }: { name: string; legend: ReactNode; hint?: ReactNode; choices: LinkChoice[]; required?: boolean; row?: boolean }) {
  return (
    <fieldset className="min-w-0">
      <legend className="text-base font-semibold">{legend}</legend>
      {hint && <p className="mt-1 text-soft">{hint}</p>}
      <div className={`mt-3 ${row ? 'flex gap-1.5' : 'grid gap-2'}`}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={`flex min-h-12 cursor-pointer items-center rounded-lg border border-edge bg-surface text-base hover:border-ink has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent ${row ? 'flex-1 flex-col justify-center gap-1 py-2' : 'gap-3 px-3 py-2'}`}
          >
            <input type="radio" name={name} value={choice.value} required={required} className="tick" />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Free text, optional. */
export function LinkText({ name, label, hint, max }: { name: string; label: ReactNode; hint?: ReactNode; max: number }) {
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="text-base font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-soft">
          {hint}
        </p>
      )}
      <textarea id={name} name={name} rows={4} maxLength={max} className="control mt-1" aria-describedby={hint ? `${name}-hint` : undefined} />
    </div>
  );
}
