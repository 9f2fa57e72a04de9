import { smallestShown } from '@/lib/access/suppression';
import type { IndicatorMethod } from '@/lib/shared/vocabulary';
import type { FigureValue } from './figures';
import type { Measure } from './measure';

type Described = { method: IndicatorMethod; measure: string | null; unit: string; statement: string };
const small = (value: number, least: number) => value > 0 && value < least;

/** Does a reported number count victims? Nothing else in the matrix says so, hence the words of the statement, in either language. */
export const aboutVictims = ({ method, unit, statement }: Described): boolean => method === 'reported' && !['%', 'yes/no'].includes(unit) && /victim|[žz]rt[av]/i.test(statement);

/**
 * Must this figure be withheld from a viewer of aggregates (DOMAIN §5)? Victims under 11; and the women's share where it would give away
 * fewer women, or fewer others, than the breakdown by sex may show.
 */
export function withheld(indicator: Described, figure: FigureValue, minimum: number): boolean {
  if (aboutVictims(indicator)) return small(figure.value ?? 0, smallestShown.victims);
  if (indicator.measure !== 'people.womenTrained.share') return false;
  const least = Math.max(minimum, smallestShown.officials);
  return small(figure.numerator, least) || small((figure.denominator ?? 0) - figure.numerator, least);
}

/** Are the cells of this measure numbers of officials, so that small ones are hidden? Items and meetings are not. */
export const countsOfficials = (measure: Pick<Measure, 'key' | 'dimensions'>): boolean => measure.dimensions.includes('sex') || measure.key.startsWith('people.');
