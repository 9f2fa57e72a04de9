/** A block as spreadsheets put it on the clipboard → rows of cells. A quoted cell may hold tabs, line breaks and doubled quotes. */
export function parseBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const clean = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g;
  for (let at = 0; at <= clean.length; ) {
    cell.lastIndex = at;
    const found = cell.exec(clean);
    if (!found) break;
    row.push((found[1] !== undefined ? found[1].replaceAll('""', '"') : (found[2] ?? '')).trim());
    if (found[3] !== '\t') {
      rows.push(row);
      row = [];
      if (found[3] === '') break;
    }
    at = found.index + found[0].length;
  }
  return rows.filter((cells) => cells.some((text) => text !== ''));
}

/** Rows of cells → a block that spreadsheets take. A cell that would be read as a formula stays text. */
export const formatBlock = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.map(quoted).join('\t')).join('\n');

function quoted(text: string): string {
  const safe = /^[=+@]|^-(?![\d,.]+$)/.test(text) ? `'${text}` : text;
  return /[\t\n"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
