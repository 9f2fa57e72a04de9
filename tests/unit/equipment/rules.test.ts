import { expect, test } from 'vitest';
import { nextCheckDue } from '@/lib/equipment/rules/checks';
import { assetTag, tagNumber } from '@/lib/equipment/rules/tags';

test('asset tags are numbered per project', () => expect(assetTag('PX.0009', 7)).toBe('PX.0009-0007'));
test('the number of a tag is read from its end', () => expect(['PX.0009-0007', ' 7 ', assetTag('PX.0009', 12_345), 'PX.0009-', ''].map(tagNumber)).toEqual([7, 7, 12_345, null, null]));
test.each([
  [[], '2019-04-15'],
  [['2019-02-01'], '2019-07-15'],
  [['2019-04-20'], '2019-07-15'],
  [['2019-04-20', '2019-06-01'], '2020-01-15'],
  [['2019-03-01', '2019-06-01', '2019-12-01'], null],
])('checked on %j, next due %s', (checks, due) => expect(nextCheckDue('2019-01-15', checks)).toBe(due));
