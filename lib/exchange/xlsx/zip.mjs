// What a workbook's zip holds, told by its directory and then proven by unpacking under a budget: the directory may lie.
import { crc32, inflateRawSync } from 'node:zlib';
import { FileRefusal } from '../refusal.mjs';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const broken = () => new FileRefusal('importBroken');

/** The entries of the central directory. Refuses what is damaged, larger than any workbook needs, encrypted, or names a part twice. */
export function directory(bytes, limits) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) throw broken();
  const count = view.getUint16(end + 10, true);
  if (count > limits.entries) throw new FileRefusal('importTooComplex');
  const entries = [];
  for (let at = view.getUint32(end + 16, true); entries.length < count; ) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) throw broken();
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return checked(entries, bytes.byteLength, limits);
}

// The record stands at the end, before a comment of at most 65,535 bytes.
function endOfDirectory(view) {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) if (view.getUint32(at, true) === endSignature) return at;
  return null;
}

function checked(entries, size, limits) {
  if (entries.some((entry) => entry.encrypted)) throw new FileRefusal('importEncrypted');
  if (new Set(entries.map((entry) => entry.name)).size < entries.length) throw broken();
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > limits.unpacked || unpacked > Math.max(limits.always, size * limits.ratio)) throw tooMuch(limits);
  return entries;
}

const tooMuch = (limits) => new FileRefusal('importUnpacks', Math.round(limits.unpacked / 1_000_000));

/** The bytes of one entry; never more than its directory line declares. */
export function unpack(bytes, entry, limits) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.byteLength || view.getUint32(entry.offset, true) !== localSignature) throw broken();
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > bytes.byteLength) throw broken();
  const packed = bytes.subarray(start, start + entry.packed);
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry, limits);
  if (unpacked.byteLength !== entry.unpacked || crc32(unpacked) !== entry.crc) throw broken();
  return unpacked;
}

function inflate(packed, entry, limits) {
  if (entry.method !== 8) throw broken();
  if (entry.unpacked === 0) return new Uint8Array();
  try {
    return inflateRawSync(packed, { maxOutputLength: entry.unpacked });
  } catch (error) {
    throw error?.code === 'ERR_BUFFER_TOO_LARGE' ? tooMuch(limits) : broken();
  }
}
