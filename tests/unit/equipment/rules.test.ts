import { expect, test } from 'vitest';
import { assetTag, tagNumber } from '@/lib/equipment/rules/tags';

test('asset tags are numbered per project', () => expect(assetTag('PX.0009', 7)).toBe('PX.0009-0007'));
test('the number of a tag is read from its end', () => expect(['PX.0009-0007', ' 7 ', assetTag('PX.0009', 12_345), 'PX.0009-', ''].map(tagNumber)).toEqual([7, 7, 12_345, null, null]));
