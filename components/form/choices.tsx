'use client';
import { useFormContext } from 'react-hook-form';
import { type FieldBasics, FieldError, GroupField, useField } from './field';
import type { Choice } from './inputs';

type Group = FieldBasics & { options: Choice[]; inline?: boolean };

function Choices({ type, options, inline, ...basics }: Group & { type: 'radio' | 'checkbox' }) {
  const { register } = useFormContext();
  return (
    <GroupField {...basics}>
      {(wiring) => (
        <div className={inline ? 'flex flex-wrap gap-x-6' : 'grid'}>
          {options.map((option, index) => (
            <label key={option.value} className="flex min-h-8 items-start gap-2 py-1.5">
              <input
                type={type}
                className="tick"
                id={index === 0 ? wiring.id : undefined}
                value={option.value}
                disabled={option.disabled}
                aria-invalid={wiring['aria-invalid']}
                {...register(basics.name)}
              />
              <span>
                {option.label}
                {option.hint && <span className="block text-xs text-soft">{option.hint}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
    </GroupField>
  );
}

/** One of a few. */
export const RadioGroup = (props: Group) => <Choices type="radio" {...props} />;

/** Any of a few; the value is a list of words. Give an array as default value. */
export const CheckboxGroup = (props: Group) => <Choices type="checkbox" {...props} />;

/** Yes or no; the value is true or false. */
export function CheckboxField(basics: FieldBasics) {
  const { register } = useFormContext();
  const { error, wiring } = useField(basics);
  return (
    <div className={basics.className}>
      <label className="flex min-h-8 items-start gap-2 py-1.5">
        <input type="checkbox" className="tick" {...wiring} {...register(basics.name)} />
        <span className={basics.hideLabel ? 'sr-only' : ''}>{basics.label}</span>
      </label>
      {basics.hint && (
        <div id={`${wiring.id}-hint`} className="text-xs text-soft">
          {basics.hint}
        </div>
      )}
      <FieldError id={wiring.id}>{error}</FieldError>
    </div>
  );
}
