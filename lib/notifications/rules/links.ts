import { linkAddress } from '@/lib/links/rules';
import { type LinkPurpose, linkPurposes } from '@/lib/shared/vocabulary';

// A control character, which no text that people enter can hold (lib/shared/fields cleanText), so that nobody can write one of these by hand.
const mark = '\u0001';
const pattern = new RegExp(`${mark}([a-z_]+) ([0-9a-f-]{36})${mark}`, 'g');

/** Stands for a link in a stored mail: whoever reads the database must not find an address that opens something. */
export const linkMark = (purpose: LinkPurpose, linkId: string): string => `${mark}${purpose} ${linkId}${mark}`;

const known = (text: string): text is LinkPurpose => (linkPurposes as readonly string[]).includes(text);

/** The text as it goes out: with the addresses of its links. */
export const withLinks = (text: string, settings: Parameters<typeof linkAddress>[0]): string =>
  text.replace(pattern, (_all, purpose: string, id: string) => (known(purpose) ? linkAddress(settings, purpose, id).url : ''));

/** The text as others may read it: a link is its receiver's alone. */
export const withoutLinks = (text: string, instead: string): string => text.replace(pattern, instead);
