'use client';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import type { Option } from '@/components/form/combobox';
import { PersonPicker } from '@/components/form/combobox-field';
import { newId } from '@/lib/shared/ids';
import type { SheetRow, SheetState, WalkInRow } from './use-sheet';
import { WalkInLine } from './walk-in-line';

type Found = { id: string; name: string; institution: string; institutionId: string | null; post: string | null };
type Props = { projectId: string; rows: SheetRow[]; sheet: SheetState; institutions: { value: string; label: string }[] };

/** People who signed below the printed rows: found in the register or new, one after the other. Somebody who is on the list is ticked there instead. */
export function WalkIns({ projectId, rows, sheet, institutions }: Props) {
  const t = useTranslations('sheets');
  const id = useId();
  const found = useRef(new Map<string, Found>());
  const [note, setNote] = useState('');
  const { walkIns, changeWalkIns } = sheet;

  const search = async (query: string): Promise<Option[]> => {
    if (query.length < 2) return [];
    const response = await fetch(`/api/people/search?project=${projectId}&q=${encodeURIComponent(query)}`);
    if (!response.ok) return [];
    const { people } = (await response.json()) as { people: Found[] };
    found.current = new Map(people.map((person) => [person.id, person]));
    return people.map((person) => ({ value: person.id, label: person.name, detail: [person.institution, person.post].filter(Boolean).join(' · ') }));
  };
  const pick = (option: Option | null) => {
    const person = option && found.current.get(option.value);
    if (!person) return;
    const listed = rows.findIndex((row) => row.personId === person.id);
    setNote(listed >= 0 ? t('onList', { name: person.name, n: listed + 1 }) : walkIns.some((row) => row.personId === person.id) ? t('onWalkIns', { name: person.name }) : '');
    if (listed >= 0) return sheet.toggle(rows[listed]?.participantId ?? '', true);
    if (walkIns.some((row) => row.personId === person.id)) return;
    changeWalkIns([...walkIns, { id: newId(), personId: person.id, name: person.name, detail: person.institution, person: null, institutionId: person.institutionId ?? '', post: person.post ?? '' }]);
  };
  const addNew = (typed: string) => {
    setNote('');
    const [givenName = '', ...rest] = typed.trim().split(/\s+/);
    const fresh: WalkInRow = { id: newId(), personId: newId(), name: typed.trim(), detail: '', person: { givenName, familyName: rest.join(' '), sex: '' }, institutionId: walkIns.at(-1)?.institutionId ?? '', post: '' };
    changeWalkIns([...walkIns, fresh]);
  };
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2">
      <legend className="font-medium">{t('walkIns')}</legend>
      <p className="text-xs text-soft">{t('walkInsHint')}</p>
      {walkIns.length > 0 && (
        <ol className="divide-y divide-line rounded-md border border-line">
          {walkIns.map((row, index) => (
            <WalkInLine key={row.id} row={row} number={rows.length + index + 1} institutions={institutions} onChange={(next) => changeWalkIns(walkIns.map((one) => (one.id === row.id ? next : one)))} onRemove={() => changeWalkIns(walkIns.filter((one) => one.id !== row.id))} />
          ))}
        </ol>
      )}
      <div className="max-w-xl">
        <label htmlFor={id} className="sr-only">{t('addWalkIn')}</label>
        <PersonPicker id={id} search={search} onPick={pick} placeholder={t('addWalkInPlaceholder')} addNew={{ label: (query) => t('addNew', { name: query }), onAdd: addNew }} />
      </div>
      <p role="status" className="text-soft empty:hidden">{note}</p>
    </fieldset>
  );
}
