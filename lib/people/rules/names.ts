/**
 * How names of one person differ from list to list, brought to one form. `fold` takes away what only spelling adds (case, diacritics, đ/dj, Cyrillic,
 * hyphens); `sound` also what another language writes otherwise (Hoxha and Hodža, Gjon and Đon, Ismajli and Ismaili). The database's name_sound() does the
 * same, so that its index finds what these rules compare.
 */
const letters: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', ђ: 'd', е: 'e', ж: 'z', з: 'z', и: 'i', ј: 'j', к: 'k', л: 'l', љ: 'lj', м: 'm', н: 'n', њ: 'nj' },
  ...{ о: 'o', п: 'p', р: 'r', с: 's', т: 't', ћ: 'c', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', џ: 'dz', ш: 's' },
  ...{ đ: 'd', ð: 'd', ł: 'l', ø: 'o', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' },
};
const marks = /[\u0300-\u036f]/g;

/** 'Đorđe ŠĆEPANOVIĆ-Radović' → 'dorde scepanovic radovic'. */
export const fold = (name: string): string =>
  name
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replace(/[^ -~]/g, (letter) => letters[letter] ?? ' ')
    .replace(/dj/g, 'd')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

// In this order: what one language writes with two letters, then single letters, then doubled ones. The migration's name_sound() holds the same list.
const sounds: [RegExp, string][] = [
  ...([[/xh/g, 'dz'], [/zh/g, 'z'], [/sh/g, 's'], [/ch/g, 'c'], [/gj/g, 'd'], [/th/g, 't'], [/dh/g, 'd'], [/q/g, 'c'], [/x/g, 'ks'], [/y/g, 'j'], [/w/g, 'v']] as [RegExp, string][]),
  ...([[/ij([aeou])/g, 'i$1'], [/aj([lt])/g, 'ai$1'], [/([a-z])\1+/g, '$1']] as [RegExp, string][]),
];

/** What a name sounds like, whoever wrote it down. */
export const sound = (name: string): string => sounds.reduce((text, [from, to]) => text.replace(from, to), fold(name));

export const words = (text: string): string[] => (text === '' ? [] : text.split(' '));

/** Given and family name of 'Marko Popović', 'Popović, Marko' or 'POPOVIĆ Marko': a comma or capitals say which is the family name, else the last word is. */
export function splitName(full: string): { givenName: string; familyName: string } {
  const text = full.normalize('NFC').replace(/\s+/g, ' ').trim();
  const [before = '', after] = text.split(/\s*[,;]\s*/);
  if (after) return { givenName: after, familyName: before };
  const parts = words(text);
  const capital = (part: string) => part.length > 2 && part === part.toUpperCase() && part !== part.toLowerCase();
  const loud = parts.filter(capital);
  if (loud.length > 0 && loud.length < parts.length) return { givenName: parts.filter((part) => !capital(part)).join(' '), familyName: loud.join(' ') };
  return { givenName: parts.slice(0, Math.max(1, parts.length - 1)).join(' '), familyName: parts.length > 1 ? (parts.at(-1) ?? '') : '' };
}
