'use client';
import { useTranslations } from 'next-intl';
import { useController, useWatch } from 'react-hook-form';
import { GroupLabel } from '@/components/form/context';
import { FieldError, useField } from '@/components/form/field';
import { NumberField, SelectField, TextField } from '@/components/form/inputs';
import { IconButton } from '@/components/ui/button';
import { useFormat } from '@/lib/i18n/use-format';
import { sexes } from '@/lib/shared/vocabulary';
import { useSurroundings } from './context';

type Session = { id: string; date: string | null };
type Props = { index: number; name: string | null; sessions: Session[]; scores: boolean; onRemove: () => void };

/** One participant: a name that stands in the register, or the fields of a new person; then what they were and did here. */
export function ParticipantRow({ index, name, sessions, scores, onRemove }: Props) {
  const t = useTranslations('activityForm');
  const words = useTranslations('vocabulary');
  const { roles, institutions } = useSurroundings();
  const at = (field: string) => `participants.${index}.${field}`;
  const person = useWatch({ name: at('person') }) as { givenName: string; familyName: string } | null;
  const shown = name ?? `${person?.givenName ?? ''} ${person?.familyName ?? ''}`.trim();
  return (
    <GroupLabel value={shown || t('participant', { n: index + 1 })}>
      <li className="grid gap-3 p-3">
        <div className="flex items-start justify-between gap-2">
          <p className="font-medium"><span className="tabular mr-2 text-soft">{index + 1}</span>{shown || t('newPerson')}{!name && <span className="ml-2 rounded bg-accent-soft px-1.5 py-0.5 text-xs font-normal text-accent">{t('new')}</span>}</p>
          <IconButton icon="trash" label={t('removePerson', { name: shown || t('participant', { n: index + 1 }) })} onClick={onRemove} />
        </div>
        <PersonTwice name={at('personId')} label={t('person')} />
        {!name && (
          <div className="grid items-start gap-3 sm:grid-cols-3">
            <TextField name={at('person.givenName')} label={t('givenName')} maxLength={100} />
            <TextField name={at('person.familyName')} label={t('familyName')} maxLength={100} />
            <SelectField name={at('person.sex')} label={t('sex')} empty={t('choose')} options={sexes.map((value) => ({ value, label: words(`sexes.${value}`) }))} />
          </div>
        )}
        <div className={`grid items-start gap-3 ${scores ? 'sm:grid-cols-[1fr_1fr_9rem_6rem_6rem]' : 'sm:grid-cols-[1fr_1fr_9rem]'}`}>
          <SelectField name={at('institutionId')} label={t('institution')} empty={t('notStated')} options={institutions} />
          <TextField name={at('post')} label={t('post')} optional maxLength={200} />
          <SelectField name={at('role')} label={t('role')} options={roles.map((value) => ({ value, label: words(`participantRoles.${value}`) }))} />
          {scores && <NumberField name={at('preScore')} label={t('preScore')} optional />}
          {scores && <NumberField name={at('postScore')} label={t('postScore')} optional />}
        </div>
        <Attendance index={index} sessions={sessions} who={shown} />
      </li>
    </GroupLabel>
  );
}

function PersonTwice({ name, label }: { name: string; label: string }) {
  const { error, wiring } = useField({ name, label, hint: undefined });
  return <span id={wiring.id} tabIndex={-1}><FieldError id={wiring.id}>{error}</FieldError></span>;
}

function Attendance({ index, sessions, who }: { index: number; sessions: Session[]; who: string }) {
  const t = useTranslations('activityForm');
  const format = useFormat();
  const { field } = useController({ name: `participants.${index}.sessionIds` });
  const present = field.value as string[];
  if (sessions.length === 0) return null;
  const toggle = (id: string, there: boolean) => field.onChange(there ? [...present, id] : present.filter((other) => other !== id));
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{t('attendanceOf', { name: who })}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {sessions.map((session, position) => (
          <label key={session.id} className="flex min-h-8 items-center gap-2">
            <input type="checkbox" className="tick" checked={present.includes(session.id)} onChange={(event) => toggle(session.id, event.target.checked)} />
            <span>{sessions.length === 1 ? t('present') : session.date ? format.date(session.date) : t('session', { n: position + 1 })}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
