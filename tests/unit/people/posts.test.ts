import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Held, heldOn, joinPosts, overlaps, postIssue, samePost } from '@/lib/people/rules/posts';

const today = '2020-06-01';
const aPost = (given: Partial<Held> = {}): Held => ({ id: 'p1', institutionId: 'unit', post: 'Inspector', from: '2018-01-01', to: null, ...given });

describe('a post beside the others', () => {
  test.each([
    ['one more after the end of the first', [aPost({ to: '2019-01-31' })], aPost({ id: 'p2', from: '2019-02-01' }), null],
    ['a second present post', [aPost()], aPost({ id: 'p2', post: 'Head', from: '2019-02-01' }), { field: 'toDate', reason: 'postStillOpen' }],
    ['another post at the same time, ended', [aPost()], aPost({ id: 'p2', post: 'Trainer', from: '2019-01-01', to: '2019-02-01' }), null],
    ['the same post twice', [aPost({ to: '2019-01-31' })], aPost({ id: 'p2', post: 'INSPECTOR ', from: '2019-01-31' }), { field: 'fromDate', reason: 'postOverlaps' }],
    ['the same post from an unknown day', [aPost({ to: '2019-01-31' })], aPost({ id: 'p2', from: null, to: '2018-01-01' }), { field: 'fromDate', reason: 'postOverlaps' }],
    ['its own change', [aPost()], aPost({ from: '2017-01-01' }), null],
    ['an end before its beginning', [], aPost({ to: '2017-12-31' }), { field: 'toDate', reason: 'datesReversed' }],
    ['a beginning that has not come', [], aPost({ from: '2020-06-02' }), { field: 'fromDate', reason: 'dateInFuture' }],
    ['an end that has not come', [], aPost({ to: '2020-06-02' }), { field: 'toDate', reason: 'dateInFuture' }],
  ])('%s', (_what, others, wanted, issue) => expect(postIssue(others, wanted, today)).toEqual(issue));

  test('an unknown beginning reaches back, a missing end goes on', () => {
    expect([heldOn(aPost({ from: null }), '1990-01-01'), heldOn(aPost(), '2090-01-01'), heldOn(aPost({ to: '2019-01-01' }), '2019-01-01'), heldOn(aPost(), '2017-12-31')]).toEqual([true, true, true, false]);
  });
});

describe('the posts of two records of one person', () => {
  test('the same post becomes one over both spans; the other present post ends when the chosen one began', () => {
    const kept = [aPost({ id: 'k1', from: null, to: '2019-03-31' }), aPost({ id: 'k2', institutionId: 'border', from: '2019-04-01' })];
    const merged = [aPost({ id: 'm1', post: 'inspector', from: '2018-05-01', to: '2019-06-30' }), aPost({ id: 'm2', institutionId: 'prosecutor', post: 'Adviser', from: '2019-07-01' })];
    expect(joinPosts(kept, merged, { present: 'merged', today })).toEqual(expect.arrayContaining([
      { ...aPost(), id: 'k1', from: null, to: '2019-06-30' },
      { ...aPost(), id: 'k2', institutionId: 'border', from: '2019-04-01', to: '2019-07-01' },
      { ...aPost(), id: 'm2', institutionId: 'prosecutor', post: 'Adviser', from: '2019-07-01' },
    ]));
    expect(joinPosts(kept, merged, { present: 'kept', today }).find(({ id }) => id === 'm2')?.to).toBe(today);
  });

  test('a post that bridges two makes them one', () => {
    const kept = [aPost({ id: 'k1', to: '2018-12-31' }), aPost({ id: 'k2', from: '2019-06-01' })];
    expect(joinPosts(kept, [aPost({ id: 'm1', from: '2018-11-01', to: '2019-07-01' })], { present: 'kept', today })).toEqual([expect.objectContaining({ from: '2018-01-01', to: null })]);
  });

  const day = fc.integer({ min: 0, max: 900 }).map((n) => new Date(Date.UTC(2017, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
  const postsOf = (prefix: string) => fc.array(fc.record({ institutionId: fc.constantFrom('a', 'b'), post: fc.constantFrom('x', 'y', null), from: fc.option(day), to: fc.option(day) }), { maxLength: 6 }).map((drawn) => {
    const rows: Held[] = [];
    for (const [index, post] of drawn.entries()) {
      const [from, to] = post.from && post.to && post.from > post.to ? [post.to, post.from] : [post.from, post.to];
      const row = { ...post, id: `${prefix}${index}`, from, to };
      if (postIssue(rows, row, today) === null) rows.push(row);
    }
    return rows;
  });
  test('whatever two lists hold: none twice, one present at most, and no day held is lost but of a present post that gives way', () => {
    fc.assert(fc.property(postsOf('k'), postsOf('m'), fc.constantFrom<'kept' | 'merged'>('kept', 'merged'), (kept, merged, present) => {
      const joined = joinPosts(kept, merged, { present, today });
      expect(joined.filter(({ to }) => to === null).length).toBe(Math.min(1, [...kept, ...merged].filter(({ to }) => to === null).length));
      for (const [index, post] of joined.entries()) for (const other of joined.slice(index + 1)) expect(samePost(post, other) && overlaps(post, other)).toBe(false);
      for (const post of [...kept, ...merged].filter(({ to }) => to !== null)) expect(joined.some((one) => samePost(one, post) && heldOn(one, post.to ?? ''))).toBe(true);
    }));
  });
});
