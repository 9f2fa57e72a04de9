'use client';
import { useTranslations } from 'next-intl';
import { sameValue } from '@/components/form/errors';
import { useSurroundings } from '../context';
import type { ParticipantRow } from './row';

type Field = 'role' | 'institution' | 'post' | 'preScore' | 'postScore' | 'present' | 'person';

/** One side of two lists of participants: only who differs, and in what. */
export function ConflictList({ rows, other }: { rows: ParticipantRow[]; other: ParticipantRow[] }) {
  const t = useTranslations('participants');
  const words = useTranslations('vocabulary');
  const { people, institutions } = useSurroundings();
  const nameOf = (row: ParticipantRow) => {
    const person = row.person ?? people[row.personId];
    return person ? `${person.givenName} ${person.familyName}`.trim() : t('noName');
  };
  const facts = (row: ParticipantRow): Record<Field, string> => ({
    person: row.person ? [row.person.givenName, row.person.familyName, row.person.birthYear].filter(Boolean).join(' ') : '',
    role: words(`participantRoles.${row.role as 'trainee'}`),
    institution: institutions.find((one) => one.value === row.institutionId)?.label ?? '',
    post: row.post ?? '',
    preScore: String(row.preScore ?? ''),
    postScore: String(row.postScore ?? ''),
    present: t('presentIn', { n: row.sessionIds.length }),
  });
  const there = new Map(other.map((row) => [row.personId, row]));
  const here = new Set(rows.map((row) => row.personId));
  const lines = rows.flatMap((row) => {
    const twin = there.get(row.personId);
    if (!twin) return [{ id: row.personId, name: nameOf(row), says: t('onlyHere') }];
    const [mine, theirs] = [facts(row), facts(twin)];
    const says = (Object.keys(mine) as Field[]).filter((field) => !sameValue(mine[field], theirs[field]) || (field === 'present' && !sameValue([...row.sessionIds].sort(), [...twin.sessionIds].sort())));
    return says.length > 0 ? [{ id: row.personId, name: nameOf(row), says: says.map((field) => (field === 'present' || field === 'person' ? mine[field] : `${t(`columns.${field}`)}: ${mine[field] || '–'}`)).join(', ') }] : [];
  });
  const missing = other.filter((row) => !here.has(row.personId)).map((row) => ({ id: row.personId, name: nameOf(row), says: t('notHere') }));
  const all = [...lines, ...missing];
  if (all.length === 0) return <>{t('otherOrder')}</>;
  return (
    <ul className="grid gap-1">
      {all.map(({ id, name, says }) => <li key={id}><span className="font-medium">{name}</span>: {says}</li>)}
    </ul>
  );
}
