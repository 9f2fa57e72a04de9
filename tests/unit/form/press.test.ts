import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const page = new EventTarget();
beforeAll(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', page);
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const happens = (name: string) => page.dispatchEvent(new Event(name));
/** Has it come about by now? */
async function isOver(promise: Promise<void>): Promise<boolean> {
  let over = false;
  promise.then(() => {
    over = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  return over;
}

test('what waits for the release of a button comes after its click, at once where none is pressed, and never too late', async () => {
  const { released } = await import('@/components/form/press');
  expect(await isOver(released()), 'nothing is pressed').toBe(true);
  happens('pointerdown');
  const waiting = released();
  expect(await isOver(waiting), 'while it is pressed').toBe(false);
  const order: string[] = [];
  waiting.then(() => order.push('message'));
  happens('pointerup');
  order.push('click'); // the browser sends it right after
  expect(await isOver(waiting)).toBe(true);
  expect(order).toEqual(['click', 'message']);
  happens('pointerdown');
  const lost = released();
  expect(await isOver(lost)).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await isOver(lost), 'released outside the window').toBe(true);
  expect(await isOver(released())).toBe(true);
});
