// Reads the first sheet of a workbook. Plain JavaScript, because a worker thread runs it as it stands in every way the app is started.
import { streamXlsxRows } from 'hucre/xlsx';
import { grid } from '../grid.mjs';
import { FileRefusal } from '../refusal.mjs';
import { directory, unpack } from './zip.mjs';

/** The rows of the first sheet. Values only: formulas are never evaluated, links never followed. Refuses with a FileRefusal. */
export async function parseXlsx(bytes, limits) {
  examine(bytes, limits);
  const found = grid(limits);
  try {
    // A sheet that is formatted to its last line has a million empty rows; some of them are passed over, not all.
    let scanned = 0;
    for await (const row of streamXlsxRows(bytes, { sheet: 0 })) {
      scanned += 1;
      if (scanned > limits.scanned) throw new FileRefusal('importTooManyRows', limits.rows);
      found.add(row.index + 1, row.values);
    }
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal('importBroken');
  }
  return found.rows;
}

/** Everything that can be refused before a line of XML is parsed. */
function examine(bytes, limits) {
  const entries = directory(bytes, limits);
  const names = entries.map((entry) => entry.name);
  if (names.includes('xl/workbook.bin')) throw new FileRefusal('importOldExcel');
  if (!names.includes('[Content_Types].xml') || !names.some((name) => /^xl\/workbook\d*\.xml$/.test(name))) throw new FileRefusal('importNotATable');
  if (names.some((name) => /vbaProject|^xl\/macrosheets\//i.test(name))) throw new FileRefusal('importMacros');
  if (names.some((name) => /^xl\/(externalLinks|connections)/i.test(name))) throw new FileRefusal('importLinks');
  for (const entry of entries) {
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    const part = Buffer.from(unpack(bytes, entry, limits));
    // Office never writes a document type; entities that expand or name files could only come from somebody else.
    if (part.includes('<!DOCTYPE') || part.includes('<!ENTITY')) throw new FileRefusal('importBroken');
  }
}
