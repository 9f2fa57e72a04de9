import { type Language, languages } from '@/lib/shared/vocabulary';

/** The tag that Intl and `<html lang>` understand. Plain 'cnr' has no plural rules or sorting in ICU, so Montenegrin runs as sr-Latn-ME. */
export const localeTags: Record<Language, string> = { en: 'en-GB', cnr: 'sr-Latn-ME' };

export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language);

/** The screen language behind a locale tag ('sr-Latn-ME' → 'cnr'); everything unknown is English. */
export const languageOf = (locale: string): Language => (/^(sr|cnr|bs|hr|sh)\b/i.test(locale) ? 'cnr' : 'en');

/** The first language of an Accept-Language header that we speak, by its weights; English when there is none. */
export function preferredLanguage(header: string | null | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => {
    const [tag = '', ...rest] = part.trim().split(';');
    const weight = rest.find((text) => text.trim().startsWith('q='));
    return { tag, weight: weight ? Number(weight.trim().slice(2)) || 0 : 1 };
  });
  wanted.sort((a, b) => b.weight - a.weight);
  const known = wanted.find(({ tag, weight }) => weight > 0 && /^(en|sr|cnr|bs|hr|sh)\b/i.test(tag));
  return known ? languageOf(known.tag) : 'en';
}
