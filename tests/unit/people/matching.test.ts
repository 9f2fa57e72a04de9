import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOn, decideMatch, type Incoming, isNamed, type MatchState, nameKey, type Registered, repeatedRows, scorePair } from '@/lib/people/rules/matching';
import { fold, sound, splitName } from '@/lib/people/rules/names';
import { slips } from '@/lib/people/rules/likeness';
import { type Pair, pairs } from './pairs';

const person = (input: Partial<Incoming> = {}): Incoming => ({ givenName: 'Marko', familyName: 'Popović', sex: null, birthYear: null, institutionId: null, post: null, ...input });
const known = (input: Partial<Registered> = {}): Registered => ({ ...person(), sex: 'not_stated', id: 'p1', ...input });
const stateOf = ({ left, right }: Pair): MatchState => decideMatch(right, [known({ ...left, sex: 'not_stated' })]).state;
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`;

test('300 labelled pairs: what is matched is the same, what is the same is found', () => {
  expect(pairs).toHaveLength(300);
  const judged = pairs.map((pair) => ({ ...pair, state: stateOf(pair) }));
  const count = (keep: (one: (typeof judged)[number]) => boolean) => judged.filter(keep).length;
  const matched = count((one) => one.state === 'matched');
  const matchedSame = count((one) => one.state === 'matched' && one.label === 'same');
  const offered = count((one) => one.state === 'matched' || one.state === 'likely');
  const offeredRight = count((one) => ['matched', 'likely'].includes(one.state) && one.label !== 'different');
  const [same, alike] = [count((one) => one.label === 'same'), count((one) => one.label !== 'different')];
  const sameFound = count((one) => one.state === 'matched' && one.label === 'same');
  console.log(
    `matched: precision ${percent(matchedSame, matched)}, recall of the same ${percent(sameFound, same)}; matched or likely: precision ${percent(offeredRight, offered)}, recall of the same and similar ${percent(offeredRight, alike)}`,
  );
  expect(matchedSame / matched).toBe(1);
  expect(sameFound / same).toBeGreaterThanOrEqual(0.97);
  expect(offeredRight / offered).toBeGreaterThanOrEqual(0.97);
  expect(offeredRight / alike).toBeGreaterThanOrEqual(0.98);
});

test('one form for what only spelling tells apart', () => {
  expect(fold(' Đorđe  ŠĆEPANOVIĆ-Radović ')).toBe('dorde scepanovic radovic');
  expect(fold('Ђорђе Шћепановић')).toBe(fold('Djordje Scepanovic'));
  expect(fold('Śekula Źenović')).toBe('sekula zenovic');
  expect([sound('Hoxha'), sound('Rexhep'), sound('Gjon'), sound('Krasniqi'), sound('Ismajli')]).toEqual([sound('Hodža'), sound('Redžep'), sound('Đon'), sound('Krasnići'), sound('Ismaili')]);
  expect(sound('Ёлка 王')).toBe('elka');
});

test('a full name is taken apart where the family name shows itself', () => {
  expect(splitName('Marko Popović')).toEqual({ givenName: 'Marko', familyName: 'Popović' });
  expect(splitName('Popović, Marko')).toEqual({ givenName: 'Marko', familyName: 'Popović' });
  expect(splitName('POPOVIĆ LALIĆ Ana')).toEqual({ givenName: 'Ana', familyName: 'POPOVIĆ LALIĆ' });
  expect(splitName('Ana Marija Kovač')).toEqual({ givenName: 'Ana Marija', familyName: 'Kovač' });
  expect(splitName('ANA KOVAČ')).toEqual({ givenName: 'ANA', familyName: 'KOVAČ' });
  expect(splitName('Ana')).toEqual({ givenName: 'Ana', familyName: '' });
  expect(splitName('  ')).toEqual({ givenName: '', familyName: '' });
});

test('reasons say what speaks for and against', () => {
  const reasons = (a: Partial<Incoming>, b: Partial<Incoming>) => scorePair(person(a), person(b)).reasons;
  expect(reasons({}, {})).toEqual(['name']);
  expect(reasons({}, { familyName: 'POPOVIC' })).toEqual(['spelling']);
  expect(reasons({}, { givenName: 'Popović', familyName: 'Marko' })).toEqual(['order']);
  expect(reasons({}, { givenName: 'M.' })).toEqual(['initial']);
  expect(reasons({}, { familyName: 'Popović-Lalić' })).toEqual(['partOfName']);
  expect(reasons({ familyName: 'Rmandić' }, { familyName: 'Rmadnić' })).toEqual(['closeName']);
  expect(reasons({ birthYear: 1980, post: 'Šef', sex: 'male' }, { birthYear: 1980, post: 'sef', sex: 'female' })).toEqual(['name', 'birthYear', 'post', 'sexDiffers']);
  expect(reasons({ birthYear: 1985 }, { birthYear: 1958 })).toEqual(['name', 'birthYearNear']);
  expect(reasons({ birthYear: 1985, institutionId: 'A' }, { birthYear: 1970, institutionId: 'B' })).toEqual(['name', 'birthYearDiffers', 'institutionDiffers']);
  expect(reasons({ sex: 'not_stated' }, { sex: 'female' })).toEqual(['name']);
});

test('nothing is decided on a name alone, nor between two who both fit', () => {
  const decide = (row: Partial<Incoming>, ...register: Partial<Registered>[]) => {
    const { state, candidates } = decideMatch(person(row), register.map(known));
    return [state, ...candidates.map((one) => one.id)];
  };
  expect(decide({}, {})).toEqual(['likely', 'p1']);
  expect(decide({ institutionId: 'A' }, { institutionId: 'A' })).toEqual(['matched', 'p1']);
  expect(decide({ institutionId: 'A' }, { institutionId: 'A' }, { id: 'p2', institutionId: 'B' })).toEqual(['matched', 'p1']);
  expect(decide({ institutionId: 'A' }, { institutionId: 'A' }, { id: 'p2', institutionId: 'A' })).toEqual(['likely', 'p1', 'p2']);
  expect(decide({ birthYear: 1980, institutionId: 'A' }, { birthYear: 1980, institutionId: 'B' })).toEqual(['matched', 'p1']);
  expect(decide({ birthYear: 1980, institutionId: 'A', sex: 'female' }, { birthYear: 1980, institutionId: 'A', sex: 'male' })).toEqual(['likely', 'p1']);
  expect(decide({}, { givenName: 'Ivana' })).toEqual(['new']);
  expect(decide({ familyName: '' }, {})).toEqual(['invalid']);
  expect(decide({ givenName: '007' }, {})).toEqual(['invalid']);
  expect(decide({}, ...['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id })))).toEqual(['likely', 'a', 'b', 'c', 'd', 'e']);
});

test('what a row would change is said old → new; what it does not say changes nothing', () => {
  const register = known({ sex: 'not_stated', birthYear: 1980, institutionId: 'A', post: 'Inspector' });
  expect(changesOn(register, person())).toEqual([]);
  expect(changesOn(register, person({ givenName: 'POPOVIC', familyName: 'Marko', sex: 'not_stated' }))).toEqual([]);
  expect(changesOn(known(), person({ post: 'Head' }))).toEqual([]);
  expect(changesOn(register, person({ familyName: 'Popović-Lalić', sex: 'male', birthYear: 1981, institutionId: 'B', post: 'Inspector ' }))).toEqual([
    { field: 'familyName', from: 'Popović', to: 'Popović-Lalić' },
    { field: 'sex', from: null, to: 'male' },
    { field: 'birthYear', from: 1980, to: 1981 },
    { field: 'institutionId', from: 'A', to: 'B' },
  ]);
});

test('a list that names somebody twice is told apart from one with namesakes', () => {
  const rows = [person(), person({ givenName: 'Ana' }), person({ givenName: 'POPOVIĆ', familyName: 'marko' }), person({ birthYear: 1970 }), person({ birthYear: 1990 }), person({ givenName: '' }), person({ givenName: '' })];
  expect([...repeatedRows(rows)]).toEqual([[2, 0], [3, 0], [4, 0]]);
  expect([...repeatedRows([person({ birthYear: 1970 }), person({ birthYear: 1990 }), person({ birthYear: 1970 })])]).toEqual([[2, 0]]);
  expect([...repeatedRows([person({ institutionId: 'A' }), person({ institutionId: 'B' })])]).toEqual([]);
});

test('laws: order and writing do not matter, the score is symmetric and stays in its bounds', () => {
  const word = fc.constantFrom('Marko', 'Đorđe', 'Šćepan', 'Ana Marija', 'M.', 'Hoxha', 'Popović', 'Popović-Lalić', 'Rmandić', 'Rmadnić', 'Qemal', '');
  const anybody = fc.record({ givenName: word, familyName: word, sex: fc.constantFrom('female', 'male', 'not_stated', null), birthYear: fc.option(fc.integer({ min: 1950, max: 2000 })), institutionId: fc.constantFrom('A', 'B', null), post: fc.constantFrom('Head', null) });
  fc.assert(
    fc.property(anybody, anybody, (a, b) => {
      const [there, back] = [scorePair(a as Incoming, b as Incoming), scorePair(b as Incoming, a as Incoming)];
      expect(there.score).toBe(back.score);
      expect(there.score).toBeGreaterThanOrEqual(0);
      expect(there.score).toBeLessThanOrEqual(100);
      const shouted = { ...a, givenName: a.familyName.toUpperCase(), familyName: a.givenName } as Incoming;
      expect(nameKey(shouted)).toBe(nameKey(a as Incoming));
      if (isNamed(a as Incoming)) expect(scorePair(shouted, a as Incoming)).toMatchObject({ sameName: true });
    }),
  );
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
    expect(slips(a, b)).toBe(slips(b, a));
    expect(slips(a, a)).toBe(0);
    expect(slips(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
  }));
});
