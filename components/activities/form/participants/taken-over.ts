import type { UseFormReturn } from 'react-hook-form';
import type { SaveActivityForm, SaveActivityInput } from '@/lib/activities/schema';
import type { ParticipantRow, PersonFacts } from './row';

/**
 * After a save: takes the changes to the register that went with it out of what was sent and out of the form, so that they are not sent again, and says
 * what the register holds now.
 */
export function takenOver({ getValues, setValue }: UseFormReturn<SaveActivityForm, unknown, SaveActivityInput>, sent: SaveActivityForm, people: Record<string, PersonFacts>): Record<string, PersonFacts> {
  const rows = sent.participants as ParticipantRow[];
  const gone = new Map(rows.flatMap((row) => (row.change ? [[row.id, JSON.stringify(row.change)] as const] : [])));
  if (gone.size === 0) return {};
  const learned = Object.fromEntries(rows.flatMap(({ personId, change }) => {
    if (!change) return [];
    const { personId: _id, version, ...fields } = change;
    return [[personId, { ...people[personId], ...fields, version: version + 1 } as PersonFacts]];
  }));
  const without = ({ change: _change, ...row }: ParticipantRow): ParticipantRow => row;
  sent.participants = rows.map((row) => (gone.has(row.id) ? without(row) : row)) as SaveActivityForm['participants'];
  const now = (getValues('participants') as ParticipantRow[]).map((row) => (row.change && gone.get(row.id) === JSON.stringify(row.change) ? without(row) : row));
  setValue('participants', now as SaveActivityForm['participants']);
  return learned;
}
