import { expect, test } from 'vitest';
import { readParams } from '@/components/ui/filters';
import { readCursor, writeCursor } from '@/lib/shared/cursor';
import { newId } from '@/lib/shared/ids';
import { decodeSegment } from '@/lib/shared/segment';

const id = newId();

test('a cursor reads back; whatever else stands in the address starts the list from its beginning', () => {
  expect(readCursor(writeCursor(['Ćetković', 'Ana', id]), 3)).toEqual(['Ćetković', 'Ana', id]);
  expect(readCursor(writeCursor(['LAP-01']), 1)).toEqual(['LAP-01']);
  const hostile = ["' or 1=1 --", writeCursor(['a', 'b', 'no id']), writeCursor(['a\0', 'b', id]), writeCursor(['a', id]), writeCursor([1, 2, 3]), 'x'.repeat(10_000), '', '%%%'];
  for (const text of hostile) expect(readCursor(text, 3), text.slice(0, 40)).toBeNull();
  expect(readCursor(writeCursor(['\0']), 1)).toBeNull();
});

test('parameters are single texts that a database takes', () => {
  expect(readParams({ q: ' a\0b\u0007 ', sex: ['male', 'female'], other: 'x' }, ['q', 'sex', 'state'])).toEqual({ q: 'ab', sex: 'male' });
  expect(readParams({ q: 'x'.repeat(10_000) }, ['q']).q).toHaveLength(1000);
});

test('a segment of the address never carries a NUL into a query', () => {
  expect([decodeSegment('1.3.b'), decodeSegment('a%20b'), decodeSegment('%E0%A4%A'), decodeSegment('TR%00')]).toEqual(['1.3.b', 'a b', '%E0%A4%A', 'TR%00']);
});
