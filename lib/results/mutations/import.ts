import 'server-only';
import type { ProjectWork } from '@/lib/action';
import { closeImport, lockImport } from '@/lib/imports/mutations';
import { saveIndicator } from '@/lib/indicators/mutations/indicator';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { knownMatrixIn } from '../queries';
import { type MatrixOutcome, planMatrix } from '../rules/import';
import type { CommitMatrixInput } from '../schema';
import { saveResult } from './save';

/**
 * Takes a matrix as it was previewed, in one transaction, through the mutations of its forms: what is new goes behind what stands, nothing that stands is
 * changed. Refuses where the matrix is not what the preview showed, where any line is refused (all or nothing), and where nothing is new.
 */
export async function commitMatrix(work: ProjectWork, { importId, digest }: Omit<CommitMatrixInput, 'projectId'>): Promise<MatrixOutcome> {
  const list = await lockImport(work, importId, ['results']);
  const plan = planMatrix(list.rows, await knownMatrixIn(work.tx, work.project.id), newId);
  if (plan.digest !== digest) throw new Refusal('importChanged');
  const count = (state: string) => plan.rows.filter((row) => row.state === state).length;
  if (count('rejected') > 0) throw new Refusal('importHasErrors', { params: { n: count('rejected') } });
  if (count('new') === 0) throw new Refusal('importNothingChosen');
  // Results first: the filter of an indicator may name an output that stands below it in the file.
  for (const { result } of plan.rows) if (result) await saveResult(work, result);
  for (const { indicator } of plan.rows) if (indicator) await saveIndicator(work, indicator);
  const outcome: MatrixOutcome = { added: count('new'), changed: 0, same: count('same'), rejected: 0, leftOut: [] };
  await closeImport(work, importId, outcome);
  return outcome;
}
