// Numbers that lead to one case or one person, over folded text.
const year = '(?:19|20)\\d{2}';
const months = 'jan|feb|mar|apr|may|maj|jun|jul|aug|avg|sep|oct|okt|nov|dec';
const date = `(?:\\d{1,2}\\s?[./-]\\s?\\d{1,2}\\s?[./-]\\s?(?:${year}|\\d{2})|${year}-\\d{2}-\\d{2}|\\d{1,2}(?:st|nd|rd|th)?\\.? (?:${months})\\w* ${year}|(?:${months})\\w* \\d{1,2},? ${year})`;
const born = '(?:\\bborn(?: on)?|\\bdate of birth|\\bbirth ?date|\\bd\\.?o\\.?b\\b\\.?|\\brod(?:j)?en(?:a|o|og|e)?|\\bdatum rod(?:j)?enja|\\bdat\\. rod(?:j)?\\.)';

const file = '\\d{1,6} ?[/-] ?\\d{2,4}\\b';
const caseNumbers = [
  // marks of prosecution offices and courts: Kt. br. 12/24, KT-S 101/2023, Kž 7/22
  new RegExp(`\\b(?:kt[a-z]?|kt-?s|kts|ktn|ktr|ks|ksp|kv|kri|kps|iks|kz|kzs|kkr|pp)[. -]{0,2}(?:br\\.?|broj|no\\.?)? ?${file}`),
  new RegExp(`\\bk\\.? ?(?:br\\.?|broj|no\\.?) ?${file}`),
  /\b(?:criminal |court |police |investigation )?(?:case|casefile|case file|docket|complaint|investigation)(?: file)?,? ?(?:no\.?|number|nr\.?|ref\.?|reference|#)? ?:? ?(?:[a-z]{1,4}[ .\/-]?){0,2}\d{1,6} ?[\/-] ?\d{1,6}\b/,
  /\b(?:case|docket) (?:no\.?|number|#) ?:? ?[a-z]{0,4}-?\d{2,}/,
  new RegExp(`\\b(?:predmet|predmetu|predmeta|predmetom|predmetima|spis|spisa|spisu|spisi|prijav[aeu]|istrag[aeiu])(?: broj| br\\.?| pod brojem| pod oznakom)?,? ?:? ?(?:[a-z]{1,4}[ ./-]{1,2}){0,2}(?:br\\.? ?)?${file}`),
];
const idNumbers = [
  // JMBG: day, month, last three of the year, six more
  /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])[09]\d{2}\d{6}(?!\d)/,
  /\b(?:passport|pasos|pasosa|putovnic[aeu]|licna karta|licne karte|id card|jmbg)(?: no\.?| number| br\.?| broj)?:? ?[a-z]{0,3}\d{6,}/,
];

const first = (patterns: RegExp[], text: string): string | null => patterns.map((pattern) => pattern.exec(text)?.[0] ?? null).find((found) => found !== null) ?? null;

/** The number of a criminal case, as courts, prosecutors and police write it. */
export const caseNumber = (folded: string): string | null => first(caseNumbers, folded);
/** A personal number, or the number of a travel document. */
export const idNumber = (folded: string): string | null => first(idNumbers, folded);
/** A date of birth that says so. */
export const birthDate = (folded: string): string | null => first([new RegExp(`${born}[:,(]?(?: je)?(?: dana)?[ :]{0,2}${date}`), new RegExp(`${date}\\.? ?(?:god\\.?|godine)?,? ?(?:\\(?date of birth|rod(?:j)?en)`)], folded);
/** "born in 2007", which means a person only beside a name or a victim word. */
export const birthYear = (folded: string): string | null => first([new RegExp(`${born}(?: in| u)?[: ]{0,2}(?:[a-z]+ )?${year}`)], folded);
