import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandOf } from '@/components/form/grid/keys';
import { fillDown, following, layBlock, moved, rangeOf, textsOf, toggleRange, writeRange } from '@/components/form/grid/moves';
import { formatBlock, parseBlock } from '@/components/form/grid/tsv';
import type { GridColumn } from '@/components/form/grid/types';

type Row = { id: string; name: string; sex: string; there: string };
const column = (key: 'name' | 'sex' | 'there', more: Partial<GridColumn<Row>> = {}): GridColumn<Row> => ({ key, label: key, kind: 'text', width: '', text: (row) => row[key], write: (row, text) => ({ ...row, [key]: text }), ...more });
const columns = [column('name', { locked: (row) => row.id === 'locked' }), column('sex'), column('there', { kind: 'tick' })];
const row = (id: string, name = '', sex = '', there = ''): Row => ({ id, name, sex, there });
const rows = [row('a', 'Ana', 'f', '1'), row('b', 'Bo'), row('locked', 'Ivo', 'm')];
const range = (top: number, left: number, bottom = top, right = left) => ({ top, bottom, left, right });

test('a block comes back as it went out, whatever stands in its cells', () => {
  expect(parseBlock('Ana\tf\r\nBo\tm\r\n')).toEqual([['Ana', 'f'], ['Bo', 'm']]);
  expect(parseBlock('"two\nlines"\t"say ""so"""\t\n\n')).toEqual([['two\nlines', 'say "so"', '']]);
  expect(parseBlock('12" rule\tx')).toEqual([['12" rule', 'x']]);
  expect(parseBlock('  \n')).toEqual([]);
  const cell = fc.string({ unit: fc.constantFrom('a', 'č', ' ', '"', '\t', '\n', '1', '-', ',') }).map((text) => text.trim()).filter((text) => !/^[=+@-]/.test(text));
  const block = fc.array(fc.tuple(cell, cell, cell.filter((text) => text !== '')), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(block, (cells) => {
      expect(parseBlock(formatBlock(cells))).toEqual(cells);
    }),
  );
});

test('what would be read as a formula goes out as text, a negative number as a number', () => {
  expect(formatBlock([['=1+1', '+38267', '@x', '-1,5', '-x']])).toBe("'=1+1\t'+38267\t'@x\t-1,5\t'-x");
});

test('the cursor stays inside and goes on in reading order until the end', () => {
  expect(moved({ row: 0, column: 0 }, -5, 9, 3, 3)).toEqual({ row: 0, column: 2 });
  expect(following({ row: 0, column: 2 }, 1, 3, 3)).toEqual({ row: 1, column: 0 });
  expect(following({ row: 1, column: 0 }, -1, 3, 3)).toEqual({ row: 0, column: 2 });
  expect([following({ row: 2, column: 2 }, 1, 3, 3), following({ row: 0, column: 0 }, -1, 3, 3)]).toEqual([null, null]);
  expect(rangeOf({ row: 2, column: 0 }, { row: 1, column: 2 })).toEqual(range(1, 0, 2, 2));
});

test('writing leaves locked cells and unchanged rows as they are', () => {
  const written = writeRange(rows, columns, range(0, 0, 2, 1), 'x');
  expect(written.map((one) => [one.name, one.sex])).toEqual([['x', 'x'], ['x', 'x'], ['Ivo', 'x']]);
  const same = writeRange(rows, columns, range(0, 0), 'Ana');
  expect(same[0]).toBe(rows[0]);
  expect(writeRange(rows, columns, range(1, 1), 'z')[0]).toBe(rows[0]);
});

test('fill down copies the first line, or the line above', () => {
  expect(fillDown(rows, columns, range(0, 1, 2, 1)).map((one) => one.sex)).toEqual(['f', 'f', 'f']);
  expect(fillDown(rows, columns, range(1, 1)).map((one) => one.sex)).toEqual(['f', 'f', 'm']);
  expect(fillDown(rows, columns, range(0, 1))).toEqual(rows);
});

test('space ticks all of a selection, and unticks it when all is ticked', () => {
  const all = toggleRange(rows, columns, range(0, 1, 2, 2));
  expect(all.map((one) => [one.sex, one.there])).toEqual([['f', '1'], ['', '1'], ['m', '1']]);
  expect(toggleRange(all, columns, range(0, 2, 2, 2)).map((one) => one.there)).toEqual(['', '', '']);
});

test('a block is laid over cells and makes the lines that lack', () => {
  let made = 0;
  const laid = layBlock(rows, columns, { row: 2, column: 1 }, [['z', '1', 'too much'], ['q']], () => row(`new${++made}`));
  expect(laid.slice(2)).toEqual([row('locked', 'Ivo', 'z', '1'), row('new1', '', 'q')]);
  expect(textsOf(laid, columns, range(2, 0, 3, 1))).toEqual([['Ivo', 'z'], ['', 'q']]);
});

test('keys mean what they mean in spreadsheets', () => {
  const key = (name: string, more: Partial<{ ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean }> = {}) => commandOf({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });
  expect(key('ArrowDown', { shiftKey: true })).toEqual({ do: 'move', down: 1, right: 0, extend: true });
  expect(key('End', { ctrlKey: true })).toEqual({ do: 'edge', down: 1, right: 1, extend: false });
  expect(key('Home')).toEqual({ do: 'edge', down: 0, right: -1, extend: false });
  expect(key('PageUp')).toMatchObject({ do: 'move', down: -12 });
  expect([key('Tab'), key('Tab', { shiftKey: true }), key('Enter'), key('F2'), key('Escape')].map((one) => one?.do)).toEqual(['next', 'previous', 'edit', 'edit', 'leave']);
  expect([key('d', { ctrlKey: true }), key('D', { metaKey: true }), key('z', { ctrlKey: true }), key('Z', { ctrlKey: true, shiftKey: true }), key('y', { ctrlKey: true })].map((one) => one?.do)).toEqual(['fillDown', 'fillDown', 'undo', 'redo', 'redo']);
  expect([key(' '), key(' ', { shiftKey: true }), key(' ', { ctrlKey: true }), key('Delete'), key('Delete', { ctrlKey: true })].map((one) => one?.do)).toEqual(['toggle', 'selectRow', 'selectColumn', 'clear', 'deleteRows']);
  expect(key('č')).toEqual({ do: 'type', text: 'č' });
  expect([key('s', { ctrlKey: true }), key('F5'), key('ArrowLeft', { altKey: true })]).toEqual([null, null, null]);
});
