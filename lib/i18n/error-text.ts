import type { MessageKey, MessageParams } from '@/lib/shared/result';
import type { Word } from './wording';

// Behind an @ a message may carry the address of the record that it speaks of: 'serialTakenBy:PX-0007@/i/CODE'.
const address = /@(\/(?!\/)[\w\-./]*)$/;

/** The record that a message speaks of and where it stands in the app; null where it names none. */
export function errorLink(message: MessageKey): { label: string; href: string } | null {
  const href = address.exec(message)?.[1];
  return href ? { label: message.replace(address, '').split(/:(.*)/s)[1] ?? '', href } : null;
}

/** The sentence for a message key of errors.json ('tooLong:200' gives {n}); a key that has no text yields the general one, never the raw key. */
export function errorText(t: Word, message: MessageKey, params?: MessageParams): string {
  const [key = '', n] = message.replace(address, '').split(/:(.*)/s);
  return t.has(key) ? t(key, { n: n ?? '', ...params }) : t('invalid');
}
