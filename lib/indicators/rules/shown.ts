import { smallestShown } from '@/lib/access/suppression';
import type { IndicatorMethod } from '@/lib/shared/vocabulary';
import type { FigureValue } from './figures';
import type { Measure } from './measure';

type Described = { method: IndicatorMethod; measure: string | null; unit: string; statement: string; filter?: { institutionId?: unknown } };
const sharesOfPeople = ['people.womenTrained.share', 'people.inPostAt6.share', 'people.inPostAt12.share'];
const small = (value: number, least: number) => value > 0 && value < least;

const namesVictims = ({ statement }: Pick<Described, 'statement'>) => /victim|[žz]rt[av]/i.test(statement);
/** Does a reported number count victims? Nothing else in the matrix says so, hence the words of the statement, in either language. */
export const aboutVictims = (indicator: Described): boolean => indicator.method === 'reported' && !['%', 'yes/no'].includes(indicator.unit) && namesVictims(indicator);

/**
 * Must part and whole of reported percentages be withheld from a viewer of aggregates, though the percentages are shown? Where any of them says fewer than a
 * breakdown may show, of what it counts or of the rest: victims under 11, else the project's minimum (DOMAIN §5).
 */
export function partsWithheld(indicator: Described, figures: readonly FigureValue[], minimum: number): boolean {
  const least = namesVictims(indicator) ? Math.max(minimum, smallestShown.victims) : Math.max(minimum, smallestShown.officials);
  return indicator.method === 'reported' && figures.some(({ numerator, denominator }) => denominator !== null && (small(numerator, least) || small(denominator - numerator, least)));
}

/**
 * Must this figure be withheld from a viewer of aggregates (DOMAIN §5)? Victims under 11; and a share of people where it would give away
 * fewer of one kind, or of the other, than a breakdown may show (women, who is still in post); and officials of one institution, who are a cell of a breakdown
 * whatever it is called.
 */
export function withheld(indicator: Described, figure: FigureValue, minimum: number): boolean {
  if (aboutVictims(indicator)) return small(figure.value ?? 0, smallestShown.victims);
  const least = Math.max(minimum, smallestShown.officials);
  if (indicator.filter?.institutionId && indicator.measure?.startsWith('people.') && small(figure.denominator ?? figure.numerator, least)) return true;
  if (!indicator.measure || !sharesOfPeople.includes(indicator.measure)) return false;
  return small(figure.numerator, least) || small((figure.denominator ?? 0) - figure.numerator, least);
}

/**
 * Does this measure count action points? Some are agreed in restricted meetings or under restricted items, so viewers of aggregates read it over the whole
 * project only: by institution or place it would tell of those (DOMAIN §5).
 */
export const countsActionPoints = (measure: Pick<Measure, 'key'>): boolean => measure.key.startsWith('actionPoints.');

/** Are the cells of this measure numbers of officials, so that small ones are hidden? Items and meetings are not. */
export const countsOfficials = (measure: Pick<Measure, 'key' | 'dimensions'>): boolean => measure.dimensions.includes('sex') || measure.key.startsWith('people.');
