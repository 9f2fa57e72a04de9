import { describe, expect, test } from 'vitest';
import { catalogue } from '@/lib/indicators/rules/catalogue';
import { aboutVictims, countsOfficials, withheld } from '@/lib/indicators/rules/shown';

const reported = { method: 'reported' as const, measure: null, unit: 'persons', statement: 'Victims of THB formally identified per year' };
const women = { method: 'computed' as const, measure: 'people.womenTrained.share', unit: '%', statement: 'Women among officials trained' };
const share = (numerator: number, denominator: number) => ({ value: (100 * numerator) / denominator, numerator, denominator });
const count = (value: number | null) => ({ value, numerator: value ?? 0, denominator: null });

describe('DOMAIN §5 figures about victims', () => {
  test.each([
    [reported, true],
    [{ ...reported, statement: 'Identifikovane žrtve trgovine ljudima' }, true],
    [{ ...reported, statement: 'Broj zrtava' }, true],
    [{ ...reported, statement: 'Cases investigated' }, false],
    [{ ...reported, unit: '%' }, false],
    [{ ...women, statement: 'Officials who apply victim-centred interviewing' }, false],
  ])('%j: %s', (indicator, expected) => expect(aboutVictims(indicator)).toBe(expected));
  test('under 11 they are withheld, whatever the setting; zero and no data are shown', () => {
    expect([10, 11, 1, 0, null].map((value) => withheld(reported, count(value), 5))).toEqual([true, false, true, false, false]);
  });
});

test("the women's share is withheld where it gives away few women, or few others", () => {
  expect([share(4, 40), share(5, 40), share(36, 40), share(35, 40), share(0, 40), share(40, 40)].map((figure) => withheld(women, figure, 1))).toEqual([true, false, true, false, false, false]);
  expect(withheld(women, share(8, 40), 10)).toBe(true);
});
test('other figures are project totals and stay exact', () => expect(withheld({ ...women, measure: 'people.uniqueTrained' }, count(3), 5)).toBe(false));
test('cells of people are numbers of officials; of items and meetings they are not', () => {
  expect(catalogue.filter((measure) => !countsOfficials(measure)).map((measure) => measure.key)).toEqual([
    'actionPoints.onTime.share',
    'equipment.handedOver',
    'equipment.inUse.share',
    'equipment.valueHandedOver',
    'meetings.held',
    'meetings.interInstitutional',
    'meetings.regional',
    'trainings.delivered',
  ]);
});
