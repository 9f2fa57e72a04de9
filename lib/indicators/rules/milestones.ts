import type { Direction } from '@/lib/shared/vocabulary';

export type MilestoneFlag = 'lastIsNotTarget' | 'turnsBack';

/** What is odd about milestones, in order of time (null: none for that period): they are cumulative, so the last is the target and none turns back. */
export function milestoneFlags(values: readonly (number | null)[], target: number | null, direction: Direction): MilestoneFlag[] {
  const given = values.filter((value) => value !== null);
  const turns = given.some((value, place) => place > 0 && (direction === 'increase' ? value < (given[place - 1] ?? value) : value > (given[place - 1] ?? value)));
  const short = given.length > 0 && target !== null && values.at(-1) !== target;
  return [...(short ? (['lastIsNotTarget'] as const) : []), ...(turns ? (['turnsBack'] as const) : [])];
}
