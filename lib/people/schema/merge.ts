import * as z from 'zod';
import { id } from '@/lib/shared/fields';

/** What is chosen field by field when two records are merged; the rest is kept of both. */
export const mergeFields = ['givenName', 'familyName', 'sex', 'birthYear', 'rank', 'email', 'phone', 'lawfulBasis', 'consentOn', 'retainUntil', 'presentPost'] as const;
export type MergeField = (typeof mergeFields)[number];

const version = () => z.number().int().positive();

/** Two records of one person: which stays, and of which fields the other's value is taken. The versions are those that were compared. */
export const mergePeopleSchema = z.strictObject({
  projectId: id(),
  id: id(),
  keptId: id(),
  keptVersion: version(),
  mergedId: id(),
  mergedVersion: version(),
  take: z.array(z.enum(mergeFields)).max(mergeFields.length),
});
export type MergePeopleInput = z.output<typeof mergePeopleSchema>;

export const undoMergeSchema = z.strictObject({ projectId: id(), mergeId: id() });
export type UndoMergeInput = z.output<typeof undoMergeSchema>;

export const notDuplicatesSchema = z.strictObject({ projectId: id(), personIds: z.tuple([id(), id()]) });
export type NotDuplicatesInput = z.output<typeof notDuplicatesSchema>;
