'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { GridColumn } from '@/components/form/grid/types';
import { useFormat } from '@/lib/i18n/use-format';
import { sexes } from '@/lib/shared/vocabulary';
import { useSurroundings } from '../context';
import { participantColumns, StateWord } from './columns';
import type { ParticipantRow } from './row';
import type { Matching } from './use-matching';

type Options = { scores: boolean; sessions: { id: string; date: string | null }[]; matching: Matching };

/** The columns in the reader's words; made anew only when what they show changes. */
export function useColumns({ scores, sessions, matching }: Options): GridColumn<ParticipantRow>[] {
  const t = useTranslations('participants');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  const { institutions, people, roles } = useSurroundings();
  const days = sessions.map(({ id, date }, index) => ({ id, label: sessions.length === 1 ? t('present') : date ? format.date(date) : t('session', { n: index + 1 }) }));
  const daysKey = JSON.stringify(days);
  // biome-ignore lint/correctness/useExhaustiveDependencies: formatting and texts are one with the language, which reloads the page
  return useMemo(() => {
    const fields = ['givenName', 'familyName', 'sex', 'birthYear', 'institution', 'post', 'role', 'preScore', 'postScore'] as const;
    return participantColumns({
      people,
      words: Object.fromEntries(fields.map((field) => [field, t(`columns.${field}`)])) as Record<(typeof fields)[number], string>,
      institutions,
      sexes: sexes.map((value) => ({ value, label: t(`sex.${value}`) })),
      roles: roles.map((value) => ({ value, label: words(`participantRoles.${value}`) })),
      scores,
      sessions: days,
      register: registerColumn(t, matching),
    });
  }, [people, institutions, roles, scores, daysKey, matching.seen]);
}

function registerColumn(t: ReturnType<typeof useTranslations<'participants'>>, matching: Matching): GridColumn<ParticipantRow> {
  const label = (row: ParticipantRow) => {
    const [state, seen] = [matching.state(row), matching.of(row)];
    const [first, ...others] = seen?.candidates ?? [];
    if (state === 'likely' && first) return others.length > 0 ? t('likelySeveral', { n: others.length + 1 }) : t('likelyOne', { name: `${first.givenName} ${first.familyName}` });
    return !row.person && seen?.used ? t(seen.used.changes.length > 0 ? 'matchedChanges' : 'matched', { n: seen.used.changes.length }) : t(`states.${state}`);
  };
  const options = (row: ParticipantRow) => {
    const seen = matching.of(row);
    const candidates = (seen?.candidates ?? []).map((one) => ({ value: one.id, label: [`${one.givenName} ${one.familyName}`, one.birthYear, one.post].filter(Boolean).join(' · ') }));
    return seen && (row.person || seen.typed) ? [...candidates, { value: 'new', label: t('isNew') }] : [];
  };
  return {
    ...{ key: 'register', label: t('columns.register'), kind: 'choice', width: 'w-44', text: label, options },
    locked: (row) => options(row).length === 0,
    // Words mean nothing here: only a choice does, and it is made once for the line itself.
    write: (row) => row,
    pick: (row, value) => {
      const candidate = matching.of(row)?.candidates.find((one) => one.id === value);
      return candidate ? matching.taken(row, candidate) : value === 'new' ? matching.declined(row) : row;
    },
    show: (row) => <StateWord state={matching.state(row)}>{label(row)}</StateWord>,
  };
}
