export type RowProblem = { text: string; kind: 'notRows' | 'outside' };
export type ParsedRows = { rows: number[]; problems: RowProblem[] };

const dash = '[-\u2010-\u2015\u2212]';
const range = new RegExp(`^(\\d{1,5})${dash}(\\d{1,5})$`);
const left = new RegExp(`^${dash}(\\d{1,5})$`);

/**
 * The row numbers that somebody typed from paper: '1-12 14, 17'; '-7' takes one out again ('1-40 -7 -23'). Spaces, commas, semicolons and lines
 * separate; a range may stand backwards; what is no row of 1…count is named in `problems`, everything else still counts.
 */
export function parseRows(text: string, count: number): ParsedRows {
  const tidy = text.replace(new RegExp(`(\\d)\\s*${dash}\\s+(?=\\d)`, 'g'), '$1-').replace(/\.{2,3}|…/g, '-');
  const [taken, out] = [new Set<number>(), new Set<number>()];
  const problems: RowProblem[] = [];
  for (const word of tidy.split(/[\s,;]+/).filter(Boolean)) {
    const without = left.exec(word);
    const [from, to] = without ? [Number(without[1]), Number(without[1])] : boundsOf(word);
    if (Number.isNaN(from)) problems.push({ text: word, kind: 'notRows' });
    else if (from < 1 || to > count) problems.push({ text: word, kind: 'outside' });
    for (let row = Math.max(1, from); row <= Math.min(to, count); row += 1) (without ? out : taken).add(row);
  }
  return { rows: [...taken].filter((row) => !out.has(row)).sort((a, b) => a - b), problems };
}

function boundsOf(word: string): [number, number] {
  const both = range.exec(word);
  if (!both) return /^\d{1,5}$/.test(word) ? [Number(word), Number(word)] : [Number.NaN, Number.NaN];
  const [a, b] = [Number(both[1]), Number(both[2])];
  return [Math.min(a, b), Math.max(a, b)];
}

/** Rows as somebody would type them, shortest first: [1,2,3,5] → '1-3 5'. Ascending rows. */
export function formatRows(rows: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : to === from + 1 ? `${from} ${to}` : `${from}-${to}`)).join(' ');
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** '24-K7QF': how many rows a printed list has, and a fingerprint of who stands in which (FNV-1a). Short, because a person compares it by eye. */
export function listCode(participantIds: readonly string[]): string {
  let hash = 0x811c9dc5;
  for (const sign of participantIds.join('\n')) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193) >>> 0;
  const signs = Array.from({ length: 4 }, (_, place) => alphabet[Math.floor(hash / alphabet.length ** place) % alphabet.length]);
  return `${participantIds.length}-${signs.join('')}`;
}

/** Do the row numbers of a paper with this code still mean the same people? People added below since do not matter; null: the text is no code. */
export function rowsStand(code: string, participantIds: readonly string[]): boolean | null {
  const parts = /^\s*(\d{1,4})\s*-\s*([0-9A-Z]{4})\s*$/i.exec(code);
  if (!parts) return null;
  const count = Number(parts[1]);
  return count <= participantIds.length && listCode(participantIds.slice(0, count)).endsWith(`-${String(parts[2]).toUpperCase()}`);
}

export type Mismatches = { signedNotPresent: number[]; presentNotSigned: number[] };

/** What is kept of the difference between a paper and what was recorded before it; null where there was nothing to compare, or nothing differed. */
export function difference(recorded: readonly { id: string; present: boolean }[], signed: ReadonlySet<string>): { signedNotPresent: string[]; presentNotSigned: string[] } | null {
  const found = mismatches(recorded.map(({ id, present }) => ({ present, signed: signed.has(id) })));
  if (!found || found.signedNotPresent.length + found.presentNotSigned.length === 0) return null;
  const ids = (numbers: number[]) => numbers.map((number) => recorded[number - 1]?.id ?? '');
  return { signedNotPresent: ids(found.signedNotPresent), presentNotSigned: ids(found.presentNotSigned) };
}

/** Rows in which paper and system differ, where the system already holds an attendance of the session; nothing to compare otherwise. */
export function mismatches(rows: readonly { present: boolean; signed: boolean }[]): Mismatches | null {
  if (!rows.some((row) => row.present)) return null;
  const numbers = (differs: (row: { present: boolean; signed: boolean }) => boolean) => rows.flatMap((row, index) => (differs(row) ? [index + 1] : []));
  return { signedNotPresent: numbers((row) => row.signed && !row.present), presentNotSigned: numbers((row) => row.present && !row.signed) };
}
