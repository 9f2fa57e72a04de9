import { createTranslator } from 'next-intl';
import type { MessageParams } from '@/lib/shared/result';
import type { Language } from '@/lib/shared/vocabulary';
import { createFormat, type Format } from './format';
import { localeTags } from './languages';
import { messages } from './messages';

export type Word = { (key: string, params?: MessageParams): string; has(key: string): boolean };

/** The texts of one namespace in a language of choice, outside a request too: for files, mail and jobs. */
export function wordsOf(language: Language, namespace: string): Word {
  const translate = createTranslator({
    locale: localeTags[language],
    messages: messages[language] as Record<string, never>,
    namespace: namespace as never,
    timeZone: 'UTC',
  });
  return translate as unknown as Word;
}

type Params = MessageParams | ((format: Format) => MessageParams);
/** A text in each language asked for, first to last, for papers in two languages. Parameters may differ by language: a date, a number. */
export type Wording = {
  languages: readonly Language[];
  /** formatters of the first language */
  format: Format;
  all: (key: string, params?: Params) => string[];
  /** of the first language only */
  one: (key: string, params?: Params) => string;
};

/** The texts of one namespace in one language or two. */
export function wording(languages: readonly [Language, ...Language[]], namespace: string): Wording {
  const made = languages.map((language) => ({ translate: wordsOf(language, namespace), format: createFormat(localeTags[language]) }));
  const all = (key: string, params?: Params) => made.map(({ translate, format }) => translate(key, typeof params === 'function' ? params(format) : params));
  return { languages, format: createFormat(localeTags[languages[0]]), all, one: (key, params) => all(key, params)[0] ?? '' };
}
