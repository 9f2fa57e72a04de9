import type { Format } from '@/lib/i18n/format';

type Words = { yes: string; no: string };

/** Is this unit a word beside the number (persons, cases), or already part of how the value is written (%, USD, yes/no)? */
export const bare = (unit: string): boolean => unit !== '%' && unit !== 'yes/no' && !/^[A-Z]{3}$/.test(unit);

/** A unit as people read it: of yes and no, and of words, in the reader's language. */
export const unitName = (unit: string, { yes, no, inWords }: Words & { inWords: string }): string => (unit === 'yes/no' ? `${yes}/${no.toLowerCase()}` : unit === 'qualitative' ? inWords : unit);

/** How a value of this unit is written: percent with its sign, money with its currency, yes or no in words, else a number. null → '–'. */
export function valueFormat(format: Format, unit: string, words: Words): (value: number | null) => string {
  if (unit === '%') return (value) => format.percent(value === null ? null : value / 100);
  if (unit === 'yes/no') return (value) => (value === null ? '–' : value === 1 ? words.yes : value === 0 ? words.no : format.percent(value)); // expected in time: so much of the way
  if (/^[A-Z]{3}$/.test(unit)) return (value) => format.money(value === null ? null : Math.round(value * 100) / 100, unit);
  return format.number;
}
