import type { FindingKind } from '@/lib/shared/vocabulary';
import { type Name, names } from './names';
import { birthDate, birthYear, caseNumber, idNumber } from './numbers';
import { afterWords, besideWords, damaged, personWords } from './words';

/** What looks like case or victim data. `mark` stands for the words themselves, so that a reason can be kept without them. */
export type Finding = { kind: FindingKind; words: string; mark: string };

/** Lower case without diacritics, as long as the text itself. */
const fold = (text: string) => text.normalize('NFC').replace(/./gsu, (sign) => (sign === 'đ' || sign === 'Đ' ? 'd' : (sign.normalize('NFD')[0] ?? sign).toLowerCase().slice(0, 1)));

// A full stop ends a sentence, but not after an abbreviation, an initial or an ordinal.
const sentencesOf = (text: string): string[] => text.normalize('NFC').split(/\n+|(?<=[\p{Ll}\d)”"][.!?;])(?<!\b(?:br|no|No|nr|Mr|Ms|Mrs|Dr|mr|dr|god|tzv|npr|Kt|Ks|Kv|rođ)\.)\s+(?=[\p{Lu}"„])/u);
const goesOn = /^(?:she|he|they|her|his|their|the (?:girl|boy|woman|man|child|victim|minor)|ona|on|njen|njeg|zrtva|ostecen|djevojk|djevojcic|djecak)/;

/** Everything in a text that looks like data about a case or a victim (DOMAIN §5), in English or Montenegrin; each once. */
export function findCaseData(text: string | null | undefined): Finding[] {
  if (!text) return [];
  const sentences = sentencesOf(text);
  const found = sentences.flatMap((sentence, index) => inSentence(sentence, sentences[index + 1] ?? ''));
  return [...new Map(found.map((finding) => [finding.mark, finding])).values()];
}

function inSentence(sentence: string, next: string): Finding[] {
  const [folded, after] = [fold(sentence), fold(next)];
  const speaksOfPerson = personWord(folded) ?? (goesOn.test(after) ? personWord(after) : null);
  const there = names(sentence).filter((name) => (speaksOfPerson !== null && !name.inOffice) || beside(folded, name));
  const [caseNo, idNo, birth] = [caseNumber(folded), idNumber(folded), birthDate(folded)];
  const year = birth === null && (there.length > 0 || speaksOfPerson !== null || names(sentence).length > 0) ? birthYear(folded) : null;
  return [
    ...there.map(({ text }) => finding('name', text)),
    ...(caseNo ? [finding('caseNumber', caseNo)] : []),
    ...(birth ?? year ? [finding('birthDate', (birth ?? year) as string)] : []),
    ...(idNo ? [finding('idNumber', idNo)] : []),
  ];
}

const personWord = (folded: string): string | null => personWords.map((word) => word.exec(folded)?.[0] ?? null).find((word) => word !== null) ?? null;

function beside(folded: string, { text, at }: Name): boolean {
  const [before, behind] = [folded.slice(0, at), folded.slice(at + text.length)];
  return (besideWords.test(before) && !damaged.test(folded)) || afterWords.test(behind);
}

const finding = (kind: FindingKind, words: string): Finding => ({ kind, words, mark: markOf(`${kind} ${fold(words).replace(/\s+/g, ' ').trim()}`) });

// cyrb53: 53 bits, the same in the browser and on the server. It needs no strength, only to tell findings apart.
function markOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    a = Math.imul(a ^ text.charCodeAt(at), 2654435761);
    b = Math.imul(b ^ text.charCodeAt(at), 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}
