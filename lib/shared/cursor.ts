import { isId } from './ids';

/** A place in a sorted list as text for the URL: the sort values and the id of the row beside it. */
export const writeCursor = (values: readonly (string | number | null)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url');

/**
 * The values of a cursor of `length` parts, all text, the last of several the row's id; null where the text is none of ours, so that the list starts
 * from its beginning.
 */
export function readCursor(text: string | undefined, length: number): string[] | null {
  if (!text || text.length > 1000) return null;
  try {
    const values: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (!Array.isArray(values) || values.length !== length || !values.every(storable)) return null;
    return length === 1 || isId(values.at(-1)) ? values : null;
  } catch {
    return null;
  }
}

/** PostgreSQL refuses text with a NUL. */
const storable = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

/** Where a keyset page starts: after a row, before a row, or at the beginning. */
export type PageAt = { after?: string; before?: string };
export type KeysetPage<T> = { rows: T[]; before: string | null; after: string | null };

/** Cuts a page out of `size + 1` rows read in reading direction, with the cursors of the pages beside it. */
export function cutPage<T>(read: readonly T[], size: number, at: PageAt, keyOf: (row: T) => readonly (string | number | null)[]): KeysetPage<T> {
  const more = read.length > size;
  const backwards = Boolean(at.before);
  const rows = backwards ? read.slice(0, size).reverse() : read.slice(0, size);
  const [first, last] = [rows[0], rows.at(-1)];
  const hasBefore = backwards ? more : Boolean(at.after);
  const hasAfter = backwards || more;
  return { rows, before: hasBefore && first ? writeCursor(keyOf(first)) : null, after: hasAfter && last ? writeCursor(keyOf(last)) : null };
}
