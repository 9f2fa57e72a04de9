import 'server-only';
import type { ProjectWork } from '@/lib/action';
import { closeImport, lockImport } from '@/lib/imports/mutations';
import { Refusal } from '@/lib/shared/result';
import { planItemsIn } from '../queries/import';
import { decideItems, type ItemOutcome } from '../rules/import/plan';
import type { CommitItemsInput } from '../schema/import';
import { saveItems } from './register';

/** Takes an equipment list as it was previewed, in one transaction, through the form's own mutation. Refuses where the register is not what the preview showed. */
export async function commitItems(work: ProjectWork, input: Omit<CommitItemsInput, 'projectId'>): Promise<ItemOutcome> {
  const list = await lockImport(work, input.importId, ['equipment']);
  const plan = await planItemsIn(work.tx, work.actor, { id: work.project.id, today: work.today }, list.rows);
  if (plan.digest !== input.digest) throw new Refusal('importChanged');
  const decided = decideItems(plan.rows, input.choices);
  if (!decided.ok) throw new Refusal(decided.reason);
  await saveItems(work, decided.inputs);
  const count = (state: string) => plan.rows.filter((row) => row.state === state).length;
  const added = decided.inputs.filter((item) => item.version === null).length;
  const outcome: ItemOutcome = { added, changed: decided.inputs.length - added, same: count('same'), rejected: count('rejected'), leftOut: decided.leftOut };
  await closeImport(work, input.importId, outcome);
  return outcome;
}
