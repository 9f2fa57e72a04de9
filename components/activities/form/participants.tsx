'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import type { Option } from '@/components/form/combobox';
import { PersonPicker } from '@/components/form/combobox-field';
import { FieldError, useField } from '@/components/form/field';
import { FormSection } from '@/components/form/form';
import { newId } from '@/lib/shared/ids';
import { type PersonFound, useSurroundings } from './context';
import { ParticipantRow } from './participant-row';

type Props = { scores: boolean; title: string; hint: string };

/** Who stood in the activity: people from the register or new ones, with role, institution, attendance and scores. */
export function ParticipantsSection({ scores, title, hint }: Props) {
  const t = useTranslations('activityForm');
  const { control, getValues } = useFormContext();
  const { roles, names, learnName } = useSurroundings();
  const rows = useFieldArray({ control, name: 'participants', keyName: 'key' });
  const sessions = useWatch({ name: 'sessions' }) as { id: string; date: string | null }[];
  const [found, setFound] = useState(new Map<string, PersonFound>());
  const { error, wiring } = useField({ name: 'participants', label: title, hint: undefined });
  const blank = { role: roles[0], preScore: '', postScore: '', sessionIds: (getValues('sessions') as { id: string }[]).map((session) => session.id) };

  const search = useSearch((people) => setFound(new Map(people.map((person) => [person.id, person]))));
  const pick = (option: Option | null) => {
    const person = option && found.get(option.value);
    if (!person || (getValues('participants') as { personId: string }[]).some((row) => row.personId === person.id)) return;
    learnName(person.id, person.name);
    rows.append({ ...blank, id: newId(), personId: person.id, person: null, institutionId: person.institutionId ?? '', post: person.post ?? '' }, { shouldFocus: false });
  };
  const addNew = (typed: string) => {
    const personId = newId();
    const [givenName = '', ...rest] = typed.trim().split(/\s+/);
    const institutionId = (getValues('participants') as { institutionId: string | null }[]).at(-1)?.institutionId ?? '';
    const person = { id: personId, givenName, familyName: rest.join(' '), sex: '', birthYear: '', institutionId, post: '' };
    rows.append({ ...blank, id: newId(), personId, person, institutionId, post: '' }, { focusName: `participants.${rows.fields.length}.person.${rest.length > 0 ? 'sex' : 'familyName'}` });
  };
  return (
    <FormSection title={title} description={hint}>
      <FieldError id={wiring.id}>{error}</FieldError>
      {rows.fields.length > 0 && (
        <ol className="divide-y divide-line rounded-md border border-line">
          {rows.fields.map((row, index) => (
            <ParticipantRow key={row.key} index={index} name={names[(row as unknown as { personId: string }).personId] ?? null} sessions={sessions} scores={scores} onRemove={() => rows.remove(index)} />
          ))}
        </ol>
      )}
      <div className="max-w-xl">
        <label htmlFor={wiring.id} className="mb-1 block font-medium">{t('addPerson')}</label>
        <PersonPicker id={wiring.id} search={search} onPick={pick} placeholder={t('addPersonPlaceholder')} addNew={{ label: (query) => t('addNewPerson', { name: query }), onAdd: addNew }} />
      </div>
    </FormSection>
  );
}

function useSearch(onFound: (people: PersonFound[]) => void) {
  const { projectId } = useSurroundings();
  return async (query: string): Promise<Option[]> => {
    if (query.length < 2) return [];
    const response = await fetch(`/api/people/search?project=${projectId}&q=${encodeURIComponent(query)}`);
    if (!response.ok) return [];
    const { people } = (await response.json()) as { people: PersonFound[] };
    onFound(people);
    return people.map((person) => ({ value: person.id, label: person.name, detail: [person.institution, person.post].filter(Boolean).join(' · ') }));
  };
}
