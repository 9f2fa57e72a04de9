import type { MergePreview, MergeSide } from '@/lib/people/queries/merge';
import { suggested } from '@/lib/people/rules/merge';
import { type MergeField, mergeFields } from '@/lib/people/schema/merge';

export type ComparedField = { field: MergeField; kept: string | null; merged: string | null; same: boolean; taken: boolean };

/** What stands in each record, field by field, and whose value is offered first. */
export function fieldsToCompare({ kept, merged }: MergePreview, institutionName: (id: string | null) => string): ComparedField[] {
  return mergeFields.map((field) => {
    const [mine, theirs] = [textOf(kept, field, institutionName), textOf(merged, field, institutionName)];
    const offered = field === 'presentPost' ? (mine === null && theirs !== null ? 'merged' : 'kept') : suggested(field, kept, merged);
    return { field, kept: mine, merged: theirs, same: mine === theirs, taken: mine !== theirs && offered === 'merged' };
  });
}

function textOf(side: MergeSide, field: MergeField, institutionName: (id: string | null) => string): string | null {
  if (field !== 'presentPost') return side[field] === null || side[field] === '' ? null : String(side[field]);
  const present = side.posts.find(({ to }) => to === null);
  return present ? [institutionName(present.institutionId), present.post].filter(Boolean).join(' · ') : null;
}
