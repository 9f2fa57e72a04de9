import { FileRefusal } from './refusal.mjs';

/** Collects the rows of a file under the limits; empty rows are left out, the others keep their number in the file. */
export function grid(limits) {
  const rows = [];
  let [cells, text] = [0, 0];
  return {
    rows,
    add(number, values) {
      const row = values.map(plain);
      while (row.length > 0 && row.at(-1) === null) row.pop();
      if (row.length === 0) return;
      if (rows.length >= limits.rows) throw new FileRefusal('importTooManyRows', limits.rows);
      if (row.length > limits.columns) throw new FileRefusal('importTooManyColumns', limits.columns);
      cells += row.length;
      for (const value of row) {
        const length = typeof value === 'string' ? value.length : 0;
        if (length > limits.cellText) throw new FileRefusal('importCellTooLong', limits.cellText);
        text += length;
      }
      if (cells > limits.cells || text > limits.text) throw new FileRefusal('importTooComplex');
      rows.push({ number, cells: row });
    },
  };
}

// A cell is text, a number, true or false, or nothing. A date becomes its calendar date; the library gives dates as UTC.
function plain(value) {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  return null;
}
