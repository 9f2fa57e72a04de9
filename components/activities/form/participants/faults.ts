import { participantSchema } from '@/lib/activities/schema';
import { columnOf } from './paths';
import type { ParticipantRow } from './row';

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
