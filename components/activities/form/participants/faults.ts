import { participantSchema } from '@/lib/activities/schema';
import { repeatedRows } from '@/lib/people/rules/matching';
import { columnOf } from './paths';
import { incomingOf, type ParticipantRow } from './row';

const judged = new WeakMap<ParticipantRow, Record<string, string>>();
/** What is wrong with a line: column key → message key. Each state of a line is judged once. */
export function faultsOf(row: ParticipantRow): Record<string, string> {
  const known = judged.get(row);
  if (known) return known;
  const { success, error } = participantSchema.safeParse(row);
  const faults: Record<string, string> = {};
  for (const { path, message } of success ? [] : error.issues) {
    const key = columnOf[path.join('.')] ?? String(path[0]);
    faults[key] ??= key === 'institution' ? 'noSuchInstitution' : message;
  }
  judged.set(row, faults);
  return faults;
}

/** New people who are named like an earlier new one of this list, with nothing that tells them apart: id of the line → number of the earlier line. */
export function namesakesOf(rows: readonly ParticipantRow[]): ReadonlyMap<string, number> {
  const fresh = rows.flatMap((row, index) => (row.person ? [{ row, index }] : []));
  const repeated = repeatedRows(fresh.map(({ row }) => incomingOf(row)));
  return new Map([...repeated].map(([later, earlier]) => [fresh[later]?.row.id ?? '', (fresh[earlier]?.index ?? 0) + 1]));
}
