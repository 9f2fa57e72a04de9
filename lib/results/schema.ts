import * as z from 'zod';
import { id, oneOf, optionalId, optionalOneOf, optionalText, requiredText } from '@/lib/shared/fields';
import { levelTemplates, moveDirections, planChangeReasons, resultLevels } from '@/lib/shared/vocabulary';

const version = () => z.number().int().positive();

/** One result of the matrix as it is typed: an outcome stands under the objective, an output under an outcome. Its code follows from its place. */
export const saveResultSchema = z
  .strictObject({
    projectId: id(),
    id: id(),
    /** null: not saved yet; else the version that was edited */
    version: version().nullable(),
    level: oneOf(resultLevels),
    parentId: optionalId(),
    statement: requiredText(2000),
    assumptions: optionalText(2000),
  })
  .refine(({ level, parentId }) => level !== 'output' || parentId !== null, { path: ['parentId'], message: 'required' })
  .refine(({ level, parentId }) => level !== 'objective' || parentId === null, { path: ['parentId'], message: 'invalidChoice' });
export type SaveResultInput = z.output<typeof saveResultSchema>;
export type SaveResultForm = z.input<typeof saveResultSchema>;

/** One place up or down among those under the same result. */
export const moveResultSchema = z.strictObject({ projectId: id(), resultId: id(), direction: oneOf(moveDirections) });
export type MoveResultInput = z.output<typeof moveResultSchema>;

/** moveTo: the result of the same level that takes over what this one holds; null: it holds nothing. reason, note: why an indicator that counts this output only, and has figures, counts the other from now on. */
export const removeResultSchema = z.strictObject({ projectId: id(), resultId: id(), version: version(), moveTo: optionalId(), reason: optionalOneOf(planChangeReasons), note: optionalText(2000) });
export type RemoveResultInput = z.output<typeof removeResultSchema>;

/** A matrix that was uploaded, as its preview showed it. */
export const commitMatrixSchema = z.strictObject({ projectId: id(), importId: id(), digest: z.string().regex(/^[0-9a-f]{64}$/, 'invalid') });
export type CommitMatrixInput = z.output<typeof commitMatrixSchema>;

/** By whose words the levels are called. */
export const nameLevelsSchema = z.strictObject({ projectId: id(), levelTemplate: oneOf(levelTemplates) });
export type NameLevelsInput = z.output<typeof nameLevelsSchema>;

/** Query of `GET …/results/export`: a workbook that the import reads again, or a document. */
export const matrixExportSchema = z.strictObject({ format: z.enum(['xlsx', 'docx'], 'invalidChoice').default('xlsx') });
