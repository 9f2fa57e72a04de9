'use client';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import type { Change } from '@/lib/people/rules/matching';
import { useSurroundings } from '../context';
import { type Candidate, type ParticipantRow, withChange } from './row';
import type { Matching } from './use-matching';

type Props = { row: ParticipantRow; name: string; number: number; problems: string[]; matching: Matching; onRow: (row: ParticipantRow) => void };

/** What is to be said of the line the cursor is in: what is wrong, who of the register it may be and why, what the list says anew about them. */
export function RowPanel({ row, name, number, problems, matching, onRow }: Props) {
  const t = useTranslations('participants');
  const seen = matching.of(row);
  const state = matching.state(row);
  const { people } = useSurroundings();
  const facts = people[row.personId];
  const changes = row.person ? [] : (seen?.used?.changes ?? []).filter((change) => facts?.[change.field] !== change.to);
  return (
    <section aria-label={t('aboutRow', { n: number })} className="grid gap-2 rounded-md border border-line bg-sunken p-3">
      <p className="font-medium"><span className="tabular mr-2 text-soft">{number}</span>{name || t('noName')} <span className="font-normal text-soft">· {t(`states.${state}`)}</span></p>
      {problems.length > 0 && <ul className="grid gap-0.5">{problems.map((problem) => <li key={problem} className="font-medium text-bad">{problem}</li>)}</ul>}
      {row.person && (seen?.candidates.length ?? 0) > 0 && (
        <ul className="grid gap-1.5">
          {seen?.candidates.map((candidate) => (
            <li key={candidate.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Button size="sm" onClick={() => matching.take(row, candidate)}>{t('useThat', { name: `${candidate.givenName} ${candidate.familyName}` })}</Button>
              <Described candidate={candidate} />
            </li>
          ))}
          {state === 'likely' && <li><Button size="sm" variant="ghost" onClick={() => matching.isNew(row)}>{t('isNew')}</Button></li>}
        </ul>
      )}
      {changes.length > 0 && seen?.used && <Changes row={row} person={{ id: seen.used.id, version: facts?.version ?? seen.used.version }} changes={changes} onRow={onRow} />}
      {!row.person && seen?.typed && <p><Button size="sm" variant="ghost" onClick={() => matching.isNew(row)}>{t('notThat')}</Button></p>}
    </section>
  );
}

function Described({ candidate }: { candidate: Candidate }) {
  const t = useTranslations('participants');
  const why = useTranslations('matching');
  const { institutions } = useSurroundings();
  const place = institutions.find((one) => one.value === candidate.institutionId)?.label.trim();
  return (
    <span className="text-soft">
      {[place, candidate.post, candidate.birthYear && t('born', { year: String(candidate.birthYear) })].filter(Boolean).join(' · ')}
      <span className="ml-2 text-xs">({candidate.reasons.map((reason) => why(`reasons.${reason}`)).join(', ')})</span>
    </span>
  );
}

// The register keeps what it has unless it is ticked here: old → new, one by one.
function Changes({ row, person, changes, onRow }: { row: ParticipantRow; person: { id: string; version: number }; changes: Change[]; onRow: (row: ParticipantRow) => void }) {
  const t = useTranslations('participants');
  const { institutions } = useSurroundings();
  const shown = (field: Change['field'], value: string | number | null) =>
    value === null ? t('nothing') : field === 'institutionId' ? (institutions.find((one) => one.value === value)?.label.trim() ?? '') : field === 'sex' ? t(`sex.${value as 'female'}`) : String(value);
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 text-soft">{t('changesHint')}</legend>
      {changes.map((change) => (
        <label key={change.field} className="flex min-h-7 items-start gap-2">
          <input type="checkbox" className="tick" checked={row.change?.[change.field] !== undefined && row.change[change.field] !== null} onChange={(event) => onRow(withChange(row, person, change, event.target.checked))} />
          <span>{t(`fields.${change.field}`)}: {shown(change.field, change.from)} → <strong className="font-medium">{shown(change.field, change.to)}</strong></span>
        </label>
      ))}
    </fieldset>
  );
}
