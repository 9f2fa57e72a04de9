import { expect, test } from 'vitest';
import { together } from '@/lib/shared/together';

const later = <T>(ms: number, act: () => T) => new Promise<T>((resolve, reject) => setTimeout(() => { try { resolve(act()); } catch (error) { reject(error); } }, ms));

test('gives what all gave, in the order asked', async () => {
  expect(await together(later(3, () => 'a'), later(1, () => 2), Promise.resolve(null))).toEqual(['a', 2, null]);
});

test('waits for all even when one fails, then throws what failed first', async () => {
  const done: string[] = [];
  const fail = (ms: number, word: string) => later(ms, () => { throw new Error(word); });
  await expect(together(fail(4, 'second'), fail(1, 'first'), later(8, () => void done.push('late')))).rejects.toThrow('first');
  expect(done).toEqual(['late']);
});
