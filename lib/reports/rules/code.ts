// Crockford's base 32: no I, L, O, U, so that a code read aloud or from paper is typed right.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The verification code 'XXXXX-XXXXX' of ten random bytes; each gives one sign of 32. Throws on fewer bytes. */
export function codeOf(bytes: Uint8Array): string {
  if (bytes.length < 10) throw new Error('a verification code needs ten bytes');
  const signs = Array.from(bytes.slice(0, 10), (byte) => alphabet[byte % 32]).join('');
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
}

/** What a person meant by a typed code, in the form in which codes are kept; null where it cannot be one. Case, spaces and dashes do not matter; O is 0, I and L are 1. */
export function readCode(text: string): string | null {
  const signs = text.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const valid = signs.length === 10 && [...signs].every((sign) => alphabet.includes(sign));
  return valid ? `${signs.slice(0, 5)}-${signs.slice(5)}` : null;
}
