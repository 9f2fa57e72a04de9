import type { MessageKey, MessageParams } from '@/lib/shared/result';

type Translate = { (key: string, params?: MessageParams): string; has(key: string): boolean };

/** The sentence for a message key of errors.json ('tooLong:200' gives {n}); a key that has no text yields the general one, never the raw key. */
export function errorText(t: Translate, message: MessageKey, params?: MessageParams): string {
  const [key = '', n] = message.split(/:(.*)/s);
  return t.has(key) ? t(key, { n: n ?? '', ...params }) : t('invalid');
}
