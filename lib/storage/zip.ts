// Enough of the zip format to see what an office file holds without unpacking anything.
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const limits = { entries: 2000, unpacked: 300_000_000, ratio: 200 };
const mainPart = { docx: 'word/document.xml', xlsx: 'xl/workbook.xml' };

export type ZipEntry = { name: string; packed: number; unpacked: number; encrypted: boolean };

/** The central directory of a zip file, or null where it is damaged or larger than 2,000 entries. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
    if (count > limits.entries || at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return null;
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({ name, packed: view.getUint32(at + 20, true), unpacked: view.getUint32(at + 24, true), encrypted: (view.getUint16(at + 8, true) & 1) === 1 });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

// The record stands at the end, before a comment of at most 65,535 bytes.
function endOfDirectory(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === endSignature) return at;
  return null;
}

/** A Word or Excel file that holds its main part, no macros, nothing encrypted, and does not unpack into a bomb. */
export function isOfficeFile(bytes: Uint8Array, extension: 'docx' | 'xlsx'): boolean {
  const entries = zipEntries(bytes);
  if (!entries) return false;
  const names = new Set(entries.map((entry) => entry.name));
  if (!names.has('[Content_Types].xml') || !names.has(mainPart[extension])) return false;
  return !entries.some((entry) => entry.encrypted || /vbaProject|\.(exe|dll|js|vbs)$/i.test(entry.name)) && !isBomb(entries);
}

function isBomb(entries: ZipEntry[]): boolean {
  const sum = (key: 'packed' | 'unpacked') => entries.reduce((total, entry) => total + entry[key], 0);
  return sum('unpacked') > limits.unpacked || sum('unpacked') > Math.max(1, sum('packed')) * limits.ratio;
}
