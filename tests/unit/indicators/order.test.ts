import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byCode } from '@/lib/indicators/rules/order';

test('indicators stand as in the matrix: those of a result before those of the results below it, 1.2 before 1.10, z before aa', () => {
  const matrix = ['0', '0.a', '0.b', '1', '1.a', '1.c', '1.aa', '1.1', '1.1.a', '1.1.z', '1.1.aa', '1.2.a', '1.10.a', '2.a', '10.a'];
  expect([...matrix].sort().sort(byCode)).toEqual(matrix);
});

test('it is an order', () => {
  const code = fc.array(fc.oneof(fc.nat(12).map(String), fc.constantFrom('a', 'b', 'aa')), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('.'));
  fc.assert(fc.property(code, code, code, (a, b, c) => {
    expect(Math.sign(byCode(a, b)) + Math.sign(byCode(b, a))).toBe(0);
    expect(byCode(a, b) === 0).toBe(a === b);
    if (byCode(a, b) < 0 && byCode(b, c) < 0) expect(byCode(a, c)).toBeLessThan(0);
  }));
});
