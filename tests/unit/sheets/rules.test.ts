import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRows, listCode, mismatches, parseRows, rowsStand } from '@/lib/sheets/rules';
import { newId } from '@/lib/shared/ids';

describe('row numbers typed from paper', () => {
  it.each([
    ['1-3 5', [1, 2, 3, 5]],
    ['1–3,5;7', [1, 2, 3, 5, 7]],
    ['3-1', [1, 2, 3]],
    ['1 - 3', [1, 2, 3]],
    ['1..3', [1, 2, 3]],
    ['2\n2 2', [2]],
    ['1-8 -3 -5', [1, 2, 4, 6, 7, 8]],
    ['-3 1-4', [1, 2, 4]],
    ['', []],
    ['  ', []],
  ])('%j means rows %j', (text, rows) => expect(parseRows(text, 8)).toEqual({ rows, problems: [] }));

  it('keeps what it understands and names the rest', () => {
    expect(parseRows('1 x 9 7-12 0 -20', 8)).toEqual({
      rows: [1, 7, 8],
      problems: [
        { text: 'x', kind: 'notRows' },
        { text: '9', kind: 'outside' },
        { text: '7-12', kind: 'outside' },
        { text: '0', kind: 'outside' },
        { text: '-20', kind: 'outside' },
      ],
    });
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 300 })), (given) => {
        const rows = given.toSorted((a, b) => a - b);
        expect(parseRows(formatRows(rows), 300)).toEqual({ rows, problems: [] });
      }),
    );
  });

  it('never fails, and yields rows of the list, each once, in order, whatever is typed', () => {
    const typed = fc.array(fc.oneof(fc.string(), fc.constantFrom('1-', '-', '4', '2-9', ',', ' ', '–7', '99999999', '..')), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(typed, fc.integer({ min: 0, max: 60 }), (text, count) => {
        const { rows } = parseRows(text, count);
        expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
        expect(rows.every((row) => Number.isInteger(row) && row >= 1 && row <= count)).toBe(true);
      }),
    );
  });
});

describe('the code of a printed list', () => {
  const ids = Array.from({ length: 20 }, () => newId());
  it('still stands when people were added below', () => expect(rowsStand(listCode(ids.slice(0, 12)), ids)).toBe(true));
  it('stands however it is typed', () => expect(rowsStand(` ${listCode(ids).toLowerCase().replace('-', ' - ')} `, ids)).toBe(true));
  it('does not stand when rows moved or went', () => {
    expect(rowsStand(listCode(ids), ids.slice(1))).toBe(false);
    expect(rowsStand(listCode(ids.slice(0, 12)), [ids[1] ?? '', ids[0] ?? '', ...ids.slice(2)])).toBe(false);
  });
  it('is no code when it is something else', () => expect(rowsStand('soon', ids)).toBeNull());
  it('tells two orders apart', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ids, { minLength: 2, maxLength: 20 }), (order) => {
        const swapped = [order[1] ?? '', order[0] ?? '', ...order.slice(2)];
        expect(listCode(order)).not.toBe(listCode(swapped));
      }),
    );
  });
});

describe('paper against system', () => {
  it('has nothing to compare while no attendance is recorded', () => expect(mismatches([{ present: false, signed: true }])).toBeNull());
  it('names the rows that differ, both ways', () => {
    const rows = [{ present: true, signed: true }, { present: false, signed: true }, { present: true, signed: false }, { present: false, signed: false }];
    expect(mismatches(rows)).toEqual({ signedNotPresent: [2], presentNotSigned: [3] });
  });
});
