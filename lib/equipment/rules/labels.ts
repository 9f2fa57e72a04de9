import { isId } from '@/lib/shared/ids';

// The 16 bytes of an id as 22 signs: a short address makes a coarse QR code, which any phone reads from a worn label.
const bytesOf = (id: string) => (id.replaceAll('-', '').match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

/** The part of a label's address that says which item it is. */
export const labelCode = (itemId: string): string => btoa(String.fromCharCode(...bytesOf(itemId))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** The item that such a code names; null where it is none. */
export function itemOfCode(code: string): string | null {
  if (!/^[A-Za-z0-9_-]{22}$/.test(code)) return null;
  const hex = [...atob(code.replaceAll('-', '+').replaceAll('_', '/'))].map((sign) => sign.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  // Of the last sign only some bits belong to the id; one label has one address.
  return isId(id) && labelCode(id) === code ? id : null;
}

/** Where a label's QR code leads. */
export const labelPath = (itemId: string): string => `/i/${labelCode(itemId)}`;

/** The item on a scanned label, whatever server it was printed for; null: some other code. */
export function readLabel(scanned: string): string | null {
  const code = /\/i\/([A-Za-z0-9_-]{22})\/?$/.exec(scanned.trim())?.[1];
  return code ? itemOfCode(code) : null;
}
