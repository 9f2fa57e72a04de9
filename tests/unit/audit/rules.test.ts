import canonicalize from 'canonicalize';
import { expect, test } from 'vitest';
import { type AuditEntry, brokenAt, changesBetween, entryHash, firstHash, unnumbered } from '@/lib/audit/rules';

const entry = (seq: number): AuditEntry => ({ id: `e${seq}`, chain: 'c', seq, at: '2019-01-01T00:00:00.000Z', actorId: null, action: 'a', entity: 'x', entityId: 'y', changes: { n: [seq - 1, seq] }, note: null });
const chain = (length: number) => {
  let previous = firstHash;
  return Array.from({ length }, (_, index) => {
    const previousHash = previous;
    previous = entryHash(entry(index + 1), previousHash);
    return { ...entry(index + 1), previousHash, hash: previous };
  });
};

test('a whole chain holds', () => expect(brokenAt(chain(5))).toBe(null));
test('a changed, dropped or swapped row is found', () => {
  const [a, b, c, d] = chain(4);
  if (!a || !b || !c || !d) throw new Error('no chain');
  expect([brokenAt([a, { ...b, changes: { n: [0, 9] } }, c]), brokenAt([a, c, d]), brokenAt([b, a])]).toEqual([2, 2, 1]);
  expect(brokenAt([a, { ...b, previousHash: firstHash }])).toBe(2);
});
test('personal fields appear by name, not by value', () => expect(changesBetween('people', { familyName: 'A', sex: 'male' }, { familyName: 'B', sex: 'female' })).toEqual({ familyName: null, sex: ['male', 'female'] }));
test('what did not change is not listed', () => expect(changesBetween('activities', { title: 'a', place: null }, { title: 'a', place: undefined, cost: 1 })).toEqual({ cost: [null, 1] }));

test('the number stands last in the canonical text, whatever the entry holds', () => {
  for (const one of [entry(12), { ...entry(120), note: '"seq":0}', changes: { z: [null, '"seq":0}'] as [unknown, unknown] } }]) {
    const { seq, ...rest } = one;
    expect(`${unnumbered(rest)}${seq}}`).toBe(canonicalize(one));
  }
});
