'use client';
import { Icon } from '@/components/ui/icon';
import type { GridChoice, GridColumn } from '@/components/form/grid/types';
import { type ParticipantRow, type PersonFacts, withFields } from './row';
import { readChoice, readRole, readSex, readTick } from './words';

type Column = GridColumn<ParticipantRow>;
export type ColumnWords = { givenName: string; familyName: string; sex: string; birthYear: string; institution: string; post: string; role: string; preScore: string; postScore: string };
export type ColumnOptions = {
  people: Record<string, PersonFacts>;
  words: ColumnWords;
  institutions: GridChoice[];
  sexes: GridChoice[];
  roles: GridChoice[];
  scores: boolean;
  sessions: { id: string; label: string }[];
  register: Column;
};

const labelOf = (choices: GridChoice[], value: unknown) => choices.find((choice) => choice.value === value)?.label.trim() ?? String(value ?? '');
const inRegister = (row: ParticipantRow) => row.person === null;

/** The columns of a list of participants. Who stands in the register is shown from there and not changed by typing here. */
export function participantColumns({ people, words, institutions, sexes, roles, scores, sessions, register }: ColumnOptions): Column[] {
  const known = (row: ParticipantRow) => row.person ?? people[row.personId] ?? { givenName: '', familyName: '', sex: '', birthYear: '' };
  const name = (key: 'givenName' | 'familyName', width: string, sticky: string): Column => ({
    key,
    label: words[key],
    kind: 'text',
    width,
    sticky,
    locked: inRegister,
    text: (row) => known(row)[key],
    write: (row, text) => withFields(row, { [key]: text }),
  });
  const score = (key: 'preScore' | 'postScore'): Column => ({ key, label: words[key], kind: 'number', width: 'w-20', text: (row) => String(row[key] ?? ''), write: (row, text) => ({ ...row, [key]: text.replace(/\s*%$/, '') }) });
  return [
    name('givenName', 'w-28', 'left-10'),
    name('familyName', 'w-36', 'left-38'),
    register,
    {
      ...{ key: 'sex', label: words.sex, kind: 'choice' as const, width: 'w-24', locked: inRegister, options: () => sexes },
      text: (row) => labelOf(sexes, known(row).sex),
      write: (row, text) => withFields(row, { sex: readSex(text) === text ? readChoice(text, sexes) : readSex(text) }),
      pick: (row, value) => withFields(row, { sex: value }),
    },
    { key: 'birthYear', label: words.birthYear, kind: 'number', width: 'w-20', locked: inRegister, text: (row) => String(known(row).birthYear ?? ''), write: (row, text) => withFields(row, { birthYear: text }) },
    {
      ...{ key: 'institution', label: words.institution, kind: 'choice' as const, width: 'w-56', options: () => institutions },
      text: (row) => labelOf(institutions, row.institutionId),
      write: (row, text) => withFields(row, { institutionId: readChoice(text, institutions) }),
      pick: (row, value) => withFields(row, { institutionId: value }),
    },
    { key: 'post', label: words.post, kind: 'text', width: 'w-44', text: (row) => row.post ?? '', write: (row, text) => withFields(row, { post: text }) },
    {
      ...{ key: 'role', label: words.role, kind: 'choice' as const, width: 'w-28', options: () => roles },
      text: (row) => labelOf(roles, row.role),
      write: (row, text) => ({ ...row, role: text === '' ? (roles[0]?.value ?? '') : readRole(text, roles) }),
      pick: (row, value) => ({ ...row, role: value }),
    },
    ...(scores ? [score('preScore'), score('postScore')] : []),
    ...sessions.map(
      ({ id, label }): Column => ({
        ...{ key: `session:${id}`, label, kind: 'tick', width: 'w-24' },
        text: (row) => (row.sessionIds.includes(id) ? '1' : ''),
        write: (row, text) => ({ ...row, sessionIds: readTick(text) ? [...row.sessionIds.filter((other) => other !== id), id] : row.sessionIds.filter((other) => other !== id) }),
      }),
    ),
  ];
}

const looks = { linked: ['check', 'text-good'], likely: ['warning', 'text-warn'], new: ['plus', 'text-accent'], pending: ['clock', 'text-soft'], invalid: ['minus', 'text-soft'], failed: ['warning', 'text-soft'] } as const;
export type RowState = keyof typeof looks;

export function StateWord({ state, children }: { state: RowState; children: React.ReactNode }) {
  const [icon, colour] = looks[state];
  return <span className={`flex items-center gap-1 ${colour}`}><Icon name={icon} size={13} /><span className="truncate">{children}</span></span>;
}
