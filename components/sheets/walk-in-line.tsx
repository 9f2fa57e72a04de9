'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId } from 'react';
import { IconButton } from '@/components/ui/button';
import { type Sex, sexes } from '@/lib/shared/vocabulary';
import type { WalkInRow } from './use-sheet';

type Props = { row: WalkInRow; number: number; institutions: { value: string; label: string }[]; onChange: (row: WalkInRow) => void; onRemove: () => void };

/** One walk-in: who they are where the register knows them, else the few fields of a new person on one line. */
export function WalkInLine({ row, number, institutions, onChange, onRemove }: Props) {
  const t = useTranslations('sheets');
  const { person } = row;
  const name = person ? `${person.givenName} ${person.familyName}`.trim() : row.name;
  return (
    <li className="flex flex-wrap items-end gap-3 px-3 py-2">
      <span className="tabular w-7 self-center text-right text-soft">{number}</span>
      {person ? <NewPerson row={row} person={person} institutions={institutions} onChange={onChange} /> : <Known row={row} />}
      <IconButton icon="trash" label={t('removeWalkIn', { name })} onClick={onRemove} />
    </li>
  );
}

const Known = ({ row }: { row: WalkInRow }) => (
  <span className="min-w-0 flex-1">
    <span className="block font-medium">{row.name}</span>
    {row.detail && <span className="block text-xs text-soft">{row.detail}</span>}
  </span>
);

type Fields = Omit<Props, 'number' | 'onRemove'> & { person: NonNullable<WalkInRow['person']> };

function NewPerson({ row, person, institutions, onChange }: Fields) {
  const t = useTranslations('sheets');
  const words = useTranslations('vocabulary');
  const set = (part: Partial<typeof person>) => onChange({ ...row, person: { ...person, ...part } });
  return (
    <span className="grid flex-1 basis-64 gap-3 sm:grid-cols-[1fr_1fr_9rem_1.4fr]">
      <Labelled label={t('givenName')}>{(id) => <input id={id} className="control" maxLength={100} autoComplete="off" value={person.givenName} onChange={(event) => set({ givenName: event.target.value })} />}</Labelled>
      {/* biome-ignore lint/a11y/noAutofocus: a new line was just asked for; the first empty box takes the typing */}
      <Labelled label={t('familyName')}>{(id) => <input id={id} className="control" maxLength={100} autoComplete="off" autoFocus={person.familyName === ''} value={person.familyName} onChange={(event) => set({ familyName: event.target.value })} />}</Labelled>
      <Labelled label={t('sex')}>
        {(id) => (
          // biome-ignore lint/a11y/noAutofocus: as above
          <select id={id} className="control" autoFocus={person.familyName !== ''} value={person.sex} onChange={(event) => set({ sex: event.target.value as Sex | '' })}>
            <option value="">{t('choose')}</option>
            {sexes.map((sex) => <option key={sex} value={sex}>{words(`sexes.${sex}`)}</option>)}
          </select>
        )}
      </Labelled>
      <Labelled label={t('institution')}>
        {(id) => (
          <select id={id} className="control" value={row.institutionId} onChange={(event) => onChange({ ...row, institutionId: event.target.value })}>
            <option value="">{t('notStated')}</option>
            {institutions.map((choice) => <option key={choice.value} value={choice.value}>{choice.label}</option>)}
          </select>
        )}
      </Labelled>
    </span>
  );
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <span className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-xs text-soft">{label}</label>
      {children(id)}
    </span>
  );
}
