'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Option } from '@/components/form/combobox';
import { PersonPicker } from '@/components/form/combobox-field';
import { splitName } from '@/lib/people/rules/names';
import { type PersonFound, useSurroundings } from '../context';
import { linked, type ParticipantRow, withFields } from './row';

type Props = { id: string; rows: ParticipantRow[]; make: () => ParticipantRow; onAdd: (rows: ParticipantRow[], column: number) => void; /** shows the line of somebody who is listed already */ onGo: (row: number) => void; nameColumn: (name: { familyName: string }) => number };

/** Finds somebody in the register by a piece of the name, or begins a new line with what was typed. */
export function FindPerson({ id, rows, make, onAdd, onGo, nameColumn }: Props) {
  const t = useTranslations('participants');
  const { projectId, learn } = useSurroundings();
  const [found, setFound] = useState(new Map<string, PersonFound>());
  const lineOf = (personId: string) => rows.findIndex((row) => row.personId === personId) + 1;
  const search = async (query: string): Promise<Option[]> => {
    if (query.length < 2) return [];
    const response = await fetch(`/api/people/search?project=${projectId}&q=${encodeURIComponent(query)}`);
    if (!response.ok) return [];
    const { people } = (await response.json()) as { people: PersonFound[] };
    setFound(new Map(people.map((person) => [person.id, person])));
    return people.map((person) => ({ value: person.id, label: person.name, detail: [person.institution, person.post, lineOf(person.id) && t('inList', { n: lineOf(person.id) })].filter(Boolean).join(' · ') }));
  };
  const pick = (option: Option | null) => {
    const person = option && found.get(option.value);
    if (!person) return;
    if (lineOf(person.id)) return onGo(lineOf(person.id) - 1);
    learn({ [person.id]: person });
    onAdd([linked(make(), person)], 0);
  };
  const addNew = (typed: string) => {
    const name = splitName(typed);
    onAdd([withFields(make(), { ...name, institutionId: rows.at(-1)?.institutionId ?? '' })], nameColumn(name));
  };
  return (
    <div className="max-w-xl">
      <label htmlFor={id} className="mb-1 block font-medium">{t('addPerson')}</label>
      <PersonPicker id={id} search={search} onPick={pick} placeholder={t('addPersonPlaceholder')} addNew={{ label: (query) => t('addNewPerson', { name: query }), onAdd: addNew }} />
    </div>
  );
}
