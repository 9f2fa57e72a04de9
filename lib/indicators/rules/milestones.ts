import type { Direction } from '@/lib/shared/vocabulary';

export type MilestoneFlag = 'lastIsNotTarget' | 'beyondTarget' | 'turnsBack';
type Milestones = {
  /** in order of time; null: none for that period */
  values: readonly (number | null)[];
  target: number | null;
  /** '': not said yet, so that nothing is too far or turns back */
  direction: Direction | '';
  /** do the periods reach to the end of the project (`reachEnd`)? While some are still to come, the last there is need not be the target */
  whole: boolean;
};

/** Do these periods, in order of time, reach to the end of the project? Where that is not known yet, they are taken to. */
export const reachEnd = (periods: readonly { to: string }[], projectEnd: string | null): boolean => projectEnd === null || (periods.at(-1)?.to ?? '') >= projectEnd;

/** What is odd about milestones: they are cumulative, so none goes beyond the target, the one of the last period is the target, and none turns back. */
export function milestoneFlags({ values, target, direction, whole }: Milestones): MilestoneFlag[] {
  const given = values.filter((value) => value !== null);
  const further = (one: number, than: number) => (direction === 'increase' ? one > than : direction === 'decrease' && one < than);
  const last = values.at(-1) ?? null;
  const beyond = target !== null && given.some((value) => further(value, target));
  const short = whole && target !== null && last !== null && last !== target && !further(last, target);
  const turns = given.some((value, place) => place > 0 && further(given[place - 1] ?? value, value));
  return [...(beyond ? (['beyondTarget'] as const) : []), ...(short ? (['lastIsNotTarget'] as const) : []), ...(turns ? (['turnsBack'] as const) : [])];
}

/** How many periods have no milestone where others have one; 0 where none has, since then all is expected linear in time (DOMAIN §2.12). */
export const missingMilestones = (values: readonly (number | null)[]): number => (values.some((value) => value !== null) ? values.filter((value) => value === null).length : 0);
