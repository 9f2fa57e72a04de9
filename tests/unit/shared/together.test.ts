import { expect, test } from 'vitest';
import { Refusal } from '@/lib/shared/result';
import { inOrder, together } from '@/lib/shared/together';

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

test('a refusal goes before a failure that came sooner', async () => {
  const refused = later(4, () => { throw new Refusal('noSuchPerson'); });
  await expect(together(later(1, () => { throw new Error('foreign key'); }), refused, later(6, () => 1))).rejects.toBeInstanceOf(Refusal);
});

test('in order: each has sent its first before the next begins, and none waits for an answer', async () => {
  const sent: string[] = [];
  // As deep in promises as a statement of a builder, of a text, or at once: the order of beginning holds all the same.
  const part = (word: string, depth: number, answer: number) => async () => {
    for (let n = 0; n < depth; n += 1) await null;
    sent.push(word);
    return later(answer, () => word);
  };
  const all = inOrder(part('a', 9, 6), part('b', 0, 1), part('c', 4, 3));
  expect(await all).toEqual(['a', 'b', 'c']);
  expect(sent).toEqual(['a', 'b', 'c']);
});

test('in order: one that fails at once is told after the others were waited for', async () => {
  const done: string[] = [];
  const failing = () => Promise.reject(new Error('first'));
  await expect(inOrder(failing, () => later(3, () => void done.push('second')), failing)).rejects.toThrow('first');
  expect(done).toEqual(['second']);
});

test('in order: what is sent at each `then`, like a statement of drizzle, is sent once', async () => {
  let sent = 0;
  // biome-ignore lint/suspicious/noThenProperty: this is what such a statement is
  const statement = { then: (resolve: (value: number) => unknown) => Promise.resolve(++sent).then(resolve), catch: () => statement.then(() => 0) };
  expect(await inOrder(() => statement as unknown as Promise<number>)).toEqual([1]);
  expect(sent).toBe(1);
});
