'use client';
import { useController } from 'react-hook-form';
import { Combobox, type ComboboxProps, type Option } from './combobox';
import { Field, type FieldBasics } from './field';

type Props = FieldBasics &
  Pick<ComboboxProps, 'search' | 'addNew' | 'placeholder'> & {
    /** The label of the value that the form starts with. */
    text?: string;
    onPicked?: (option: Option | null) => void;
  };

/** A combobox as a field: its value is the picked option's id, '' when empty. */
export function ComboboxField({ search, addNew, placeholder, text, onPicked, ...basics }: Props) {
  const { field } = useController({ name: basics.name });
  const pick = (option: Option | null) => {
    field.onChange(option?.value ?? '');
    onPicked?.(option);
  };
  return (
    <Field {...basics}>
      {({ id, ...wiring }) => <Combobox id={id} wiring={wiring} search={search} addNew={addNew} placeholder={placeholder} text={text} onPick={pick} />}
    </Field>
  );
}

/** Picks people one after another, existing or new: for lists of participants. */
export function PersonPicker(props: Omit<ComboboxProps, 'clearOnPick'>) {
  return <Combobox {...props} clearOnPick />;
}
