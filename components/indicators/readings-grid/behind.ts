import type { FieldProblem } from '@/components/form/errors';

/** What is to be mended under "Details": the cell's place in the form, and the name of the field; null: the part as a whole. */
export type Behind = { place: number; field: string | null };

/** The field of the details a name stands for; null: it is a cell, or none of the grid. */
export function behindDetails(name: string): Behind | null {
  const [, place] = /^readings\.(\d+)\.(?!value$|answer$)./.exec(name) ?? [];
  return place === undefined ? null : { place: Number(place), field: name };
}

/**
 * Where to go for problems that are mended under "Details": to the first such field, or where words of a cell itself ask for a reason there, to that. `alone`:
 * nothing else in the form is wrong, so that the focus may go there instead of to the summary. Null: all stands in cells.
 */
export function firstBehind(problems: readonly FieldProblem[]): (Behind & { alone: boolean }) | null {
  const asked = problems.filter(({ message }) => message === 'needs_caseDataInDetails');
  const reasons = asked.map(({ name }) => ({ place: Number(name.split('.')[1]), field: name.endsWith('.answer') ? `${name}-reason` : null }));
  const first = problems.flatMap(({ name }) => behindDetails(name) ?? [])[0] ?? reasons[0];
  return first ? { ...first, alone: problems.every(({ name, message }) => name.startsWith(`readings.${first.place}.`) && (behindDetails(name) !== null || message === 'needs_caseDataInDetails')) } : null;
}
