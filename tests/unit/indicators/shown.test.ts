import { expect, test, vi } from 'vitest';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import { aboutVictims, countsOfficials, partsWithheld, withheld } from '@/lib/indicators/rules/shown';

vi.mock('server-only', () => ({}));
const [{ breakdownOf }, { partRows }] = [await import('@/lib/indicators/queries/breakdown'), await import('@/lib/indicators/queries/parts')];

const reported = { method: 'reported' as const, measure: null, unit: 'persons', statement: 'Victims of trafficking formally identified' };
const women = { method: 'computed' as const, measure: 'people.womenTrained.share', unit: '%', statement: 'Women among officials trained' };
const value = (numerator: number, denominator: number | null = null) => ({ value: denominator ? (100 * numerator) / denominator : numerator, numerator, denominator });

test('a reported count about victims is recognised by its words, in either language', () => {
  expect(aboutVictims(reported)).toBe(true);
  expect(aboutVictims({ ...reported, statement: 'Broj formalno identifikovanih žrtava' })).toBe(true);
  expect(aboutVictims({ ...reported, unit: '%' })).toBe(false);
  expect(aboutVictims({ ...reported, statement: 'Cases jointly reviewed' })).toBe(false);
  expect(aboutVictims({ ...women, statement: 'Victim-centred interviewing' })).toBe(false);
});

test('action points are broken down for nobody who reads aggregates only: by institution or place they would tell of restricted ones', () => {
  const measure = findMeasure('actionPoints.onTime.share');
  if (!measure) throw new Error('no such measure');
  const cells = [{ institutionId: 'unit', sex: null, numerator: 1, denominator: 2 }];
  const parts = [{ dimension: 'place' as const, key: 'Bar', overlap: false, numerator: 1, denominator: 2 }];
  const nodes = [{ id: 'unit', parentId: null, country: 'ME' }];
  expect(breakdownOf(measure, cells, nodes, { aggregatesOnly: true, minimum: 5 })).toEqual({ sex: null, institution: null });
  expect(partRows(measure, parts, { aggregatesOnly: true, minimum: 5 })).toEqual({ place: null });
  expect(breakdownOf(measure, cells, nodes, { aggregatesOnly: false, minimum: 5 }).institution).toMatchObject([{ key: 'unit', numerator: 1, denominator: 2 }]);
  expect(partRows(measure, parts, { aggregatesOnly: false, minimum: 5 }).place?.rows).toHaveLength(1);
});

test.each([[0, false], [1, true], [10, true], [11, false]])('victims: %i withheld: %s', (count, hidden) => expect(withheld(reported, value(count), 5)).toBe(hidden));

test.each([
  ['Cases solved', [[5, 10], [20, 40]], false],
  ['Cases solved', [[20, 40], [4, 10]], true],
  ['Cases solved', [[7, 10]], true],
  ['Cases solved', [[0, 10], [10, 10]], false],
  ['Victims referred', [[10, 40]], true],
  ['Upućene žrtve', [[11, 40]], false],
] as const)('part and whole of a reported percentage: %s %j withheld: %s', (statement, pairs, hidden) => {
  expect(partsWithheld({ ...reported, unit: '%', statement }, pairs.map(([n, d]) => value(n, d)), 5)).toBe(hidden);
});
test('nothing is told by a percentage without parts, and computed ones have rules of their own', () => {
  expect([partsWithheld({ ...reported, unit: '%' }, [value(3)], 5), partsWithheld(women, [value(1, 3)], 5), partsWithheld({ ...reported, unit: '%', statement: 'Cases' }, [value(19, 40)], 20)]).toEqual([false, false, true]);
});

test('no data about victims is nothing to withhold', () => expect(withheld(reported, { value: null, numerator: 0, denominator: null }, 5)).toBe(false));

test.each([
  [0, 20, 5, false],
  [4, 20, 5, true],
  [5, 20, 5, false],
  [16, 20, 5, true],
  [20, 20, 5, false],
  [7, 40, 10, true],
  [4, 20, 1, true],
])('women: %i of %i with a minimum of %i withheld: %s', (numerator, denominator, minimum, hidden) => expect(withheld(women, value(numerator, denominator), minimum)).toBe(hidden));

test('other shares and counts are project totals and stay exact', () => {
  expect(withheld({ ...women, measure: 'scores.gained20.share' }, value(2, 9), 5)).toBe(false);
  expect(withheld(women, { value: null, numerator: 0, denominator: null }, 5)).toBe(false);
});

test('officials of one institution are a cell of a breakdown, also when an indicator of their own counts them', () => {
  const unit = { ...women, measure: 'people.uniqueTrained', unit: 'persons', filter: { institutionId: 'unit' } };
  expect([0, 4, 5].map((n) => withheld(unit, value(n), 5))).toEqual([false, true, false]);
  expect(withheld({ ...unit, filter: {} }, value(4), 5)).toBe(false);
  expect(withheld({ ...unit, measure: 'equipment.handedOver' }, value(4), 5)).toBe(false);
});

test('measures of people count officials; items and meetings do not', () => {
  expect(countsOfficials({ key: 'people.womenTrained.share', dimensions: ['institution'] })).toBe(true);
  expect(countsOfficials({ key: 'followUp.applied.share', dimensions: ['sex', 'institution'] })).toBe(true);
  expect(countsOfficials({ key: 'equipment.handedOver', dimensions: ['institution'] })).toBe(false);
});
