import { knownNames } from './known-names';
import { fold, sound, words } from './names';

type Name = { givenName: string; familyName: string };
export type NameReason = 'name' | 'spelling' | 'order' | 'initial' | 'partOfName' | 'closeName';
export type NameLikeness = { likeness: number; reasons: NameReason[]; same: boolean };

const nothing: NameLikeness = { likeness: 0, reasons: [], same: false };
/** A family name says a little more than a given name; where the two are exchanged neither is known for what it is. */
const shares = { straight: [0.45, 0.55], crossed: [0.5, 0.5] } as const;
/** Below this two words are two names. */
const closeEnough = 0.72;

/** How alike two names are, 0 to 1, straight or with given and family name exchanged. */
export function nameLikeness(a: Name, b: Name): NameLikeness {
  const straight = together(shares.straight, side(a.givenName, b.givenName), side(a.familyName, b.familyName));
  if (straight.same) return { ...straight, reasons: fold(`${a.givenName} ${a.familyName}`) === fold(`${b.givenName} ${b.familyName}`) && written(a) === written(b) ? ['name'] : ['spelling'] };
  // Who is alike straight is the other way round only where the halves are exchanged word for word.
  if (straight.likeness > 0 && !exchanged(a, b)) return straight;
  const crossed = together(shares.crossed, side(a.givenName, b.familyName), side(a.familyName, b.givenName));
  return crossed.likeness > straight.likeness ? { ...crossed, reasons: ['order', ...crossed.reasons] } : straight;
}

const exchanged = (a: Name, b: Name) => heard(a.givenName).join() === heard(b.familyName).join() && heard(a.familyName).join() === heard(b.givenName).join();
const written = ({ givenName, familyName }: Name) => `${givenName} ${familyName}`.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

type Side = { likeness: number; reasons: NameReason[] };
function together([one, other]: readonly [number, number], given: Side, family: Side): NameLikeness {
  // One half that is quite another name leaves too little: people are not known by the other half alone.
  if (given.likeness === 0 || family.likeness === 0) return nothing;
  const reasons = [...new Set([...given.reasons, ...family.reasons])];
  // Two halves that are both only guesses do not add up to a person.
  const guesses = given.likeness < 1 && family.likeness < 1 ? 0.06 : 0;
  return { likeness: given.likeness * one + family.likeness * other - guesses, reasons, same: given.likeness === 1 && family.likeness === 1 };
}

// The same names come up again and again within one list: what they sound like is worked out once.
const ears = new Map<string, string[]>();
function heard(name: string): string[] {
  const known = ears.get(name);
  if (known) return known;
  if (ears.size >= 20_000) ears.clear();
  const fresh = words(sound(name));
  ears.set(name, fresh);
  return fresh;
}

/** One half of a name against the other's: its words in any order; a word too many costs a little, an initial stands for what it begins. */
function side(a: string, b: string): Side {
  const [left, right] = [heard(a), heard(b)];
  if (left.join('') === right.join('')) return { likeness: left.length > 0 ? 1 : 0, reasons: [] };
  // The same way round whoever asks, so that the answer is the same too.
  const [few, many] = left.length < right.length || (left.length === right.length && left.join() < right.join()) ? [left, [...right]] : [right, [...left]];
  let sum = 0;
  const reasons: NameReason[] = [];
  for (const word of few) {
    const best = many.map((other, index) => ({ index, ...wordLikeness(word, other) })).reduce<{ index: number; likeness: number; reason: NameReason | null }>((top, one) => (one.likeness > top.likeness ? one : top), { index: -1, likeness: 0, reason: null });
    if (best.index < 0) return { likeness: 0, reasons: [] };
    many.splice(best.index, 1);
    sum += best.likeness;
    if (best.reason) reasons.push(best.reason);
  }
  if (few.length === 0) return { likeness: 0, reasons: [] };
  return { likeness: sum / few.length - Math.min(0.3, 0.15 * many.length), reasons: many.length > 0 ? [...reasons, 'partOfName'] : reasons };
}

function wordLikeness(a: string, b: string): { likeness: number; reason: NameReason | null } {
  if (a === b) return { likeness: 1, reason: null };
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? { likeness: 0.75, reason: 'initial' } : { likeness: 0, reason: null };
  if ((knownNames.has(a) && knownNames.has(b)) || onlyGender(a, b) || numbered(a, b)) return { likeness: 0, reason: null };
  const longest = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > (1 - closeEnough) * longest) return { likeness: 0, reason: null };
  const raw = 1 - slips(a, b) / longest;
  // A slip at the very beginning is rarer, but an h is easily lost (Hajdarpašić, Ajdarpašić).
  const likeness = a[0] === b[0] || a === `h${b}` || b === `h${a}` ? raw : raw - 0.15;
  return likeness >= closeEnough ? { likeness, reason: 'closeName' } : { likeness: 0, reason: null };
}

// Danijel and Danijela, Aleksandar and Aleksandra, Petar and Petra are two people.
const onlyGender = (a: string, b: string) => [[a, b], [b, a]].some(([him = '', her]) => her === `${him}a` || (him.endsWith('ar') && her === `${him.slice(0, -2)}ra`) || (/[oei]$/.test(him) && her === `${him.slice(0, -1)}a`));
const numbered = (a: string, b: string) => /\d/.test(a + b);

/** Letters to add, drop, change or exchange with their neighbour until one word is the other (optimal string alignment). */
export function slips(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => (rows[i] as number[])[j] as number;
  for (let i = 1; i <= a.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      (rows[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), exchanged);
    }
  }
  return at(a.length, b.length);
}
