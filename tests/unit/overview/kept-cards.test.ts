import { expect, test } from 'vitest';
import { keptCards, most, newsFor, runOf } from '@/components/overview/kept-cards';

const now = new Date('2019-12-01T10:00:00Z');

test('cards are found again by the same reader under the same stamp, and by nobody else', () => {
  const cards = keptCards(['one', 'manager', 'en'], 'a', now);
  cards.drawn.set('figures', '<p>1</p>');
  expect(keptCards(['one', 'manager', 'en'], 'a', now)).toBe(cards);
  expect(keptCards(['one', 'donor', 'en'], 'a', now).drawn.size).toBe(0);
  expect(keptCards(['one', 'manager', 'cnr'], 'a', now).drawn.size).toBe(0);
  expect(keptCards(['one', 'manager', 'en', undefined], 'a', now).drawn.size).toBe(0);
  expect(keptCards(['one', 'manager', 'en'], 'b', now).drawn.size, 'something was written').toBe(0);
  expect(keptCards(['one', 'manager', 'en'], 'a', now), 'the older stamp does not come back').not.toBe(cards);
});

test('what the clock changes is drawn anew from then on', () => {
  const cards = keptCards(['two'], 'a', now);
  cards.until = new Date(now.getTime() + 1000);
  expect(keptCards(['two'], 'a', now)).toBe(cards);
  expect(keptCards(['two'], 'a', cards.until)).not.toBe(cards);
});

test('who was not asked for longest makes room', () => {
  const first = keptCards(['first'], 'a', now);
  const second = keptCards(['second'], 'a', now);
  for (let n = 0; n < most - 2; n += 1) keptCards([`other ${n}`], 'a', now);
  expect(keptCards(['first'], 'a', now)).toBe(first);
  keptCards(['one more'], 'a', now);
  expect(keptCards(['first'], 'a', now)).toBe(first);
  expect(keptCards(['second'], 'a', now)).not.toBe(second);
});

test('news are read once for a reader and a visit while the stamp stays', async () => {
  const [reads, none] = [[] as string[], { since: null, changes: [], total: 0 }];
  const ask = (viewer: string, since: Date | null, stamp = 'a') =>
    newsFor(keptCards(['news'], stamp, now), [viewer, since], async () => {
      reads.push(`${viewer} ${since?.getTime() ?? ''} ${stamp}`);
      return none;
    });
  for (const since of [now, now, null]) await ask('one', since);
  await ask('other', now);
  await ask('one', now);
  await ask('one', now, 'b');
  expect(reads).toEqual([`one ${now.getTime()} a`, 'one  a', `other ${now.getTime()} a`, `one ${now.getTime()} b`]);
});

test('a few arrangements of the same cards are kept, not as many as there are readers', () => {
  const cards = keptCards(['runs'], 'a', now);
  const made: string[] = [];
  const run = (key: string) => runOf(cards, key, () => (made.push(key), `<p>${key}</p>`));
  for (const key of ['1', '2', '3', '1', '3']) expect(run(key)).toBe(`<p>${key}</p>`);
  expect(made).toEqual(['1', '2', '3']);
  run('4');
  expect(cards.runs.size).toBe(1);
});
