import { beforeEach, expect, test, vi } from 'vitest';
import { actionRegistry, runAction } from '@/lib/action';
import { markDeadline } from '@/lib/deadlines/mutations';
import { composeDigests } from '@/lib/notifications/mutations/compose';
import { ownMails } from '@/lib/notifications/queries';
import '@/lib/notifications/actions';
import { aWorld, type World } from '../../support/builders';
import { forgetAll } from './world';

vi.mock('next/cache', () => ({ revalidatePath() {} }));
beforeEach(forgetAll);
const morning = (day: string) => new Date(`${day}T06:30:00Z`);
const choose = async (world: World, who: 'manager' | 'reviewer', language: string) => {
  const spec = actionRegistry.get('notifications.choose');
  if (!spec) throw new Error('no such action');
  expect(await runAction(spec, world[who], { frequency: 'daily', language })).toMatchObject({ ok: true });
};

// The project of a test begins on 1 January 2019: its framework and its work plan are due on 1 February.
test('a deadline of the Fund is announced before it passes, to each manager in their language, once; then on the day; not once it is met', async () => {
  const world = await aWorld();
  await choose(world, 'manager', 'cnr');
  await choose(world, 'reviewer', 'en');
  const heard = async (who: 'manager' | 'reviewer' | 'staff' | 'donor') => (await ownMails(world[who])).toReversed().map(({ body }) => body);
  await composeDigests(morning('2019-01-01'));
  expect(await heard('manager'), 'more than a month before').toEqual([]);
  for (const day of ['2019-01-02', '2019-01-02', '2019-01-03', '2019-01-15', '2019-01-31']) await composeDigests(morning(day));
  const [cnr, ...moreOfOne] = await heard('manager');
  const [en, ...moreOfOther] = await heard('reviewer');
  expect([moreOfOne, moreOfOther, await heard('staff'), await heard('donor')]).toEqual([[], [], [], []]);
  expect(cnr).toContain('Rokovi Fonda (2)');
  expect(cnr).toContain('- Okvir za praćenje rezultata (');
  expect(cnr).toContain('- Plan rada (');
  expect(cnr).not.toMatch(/Work plan|framework/i);
  expect(en).toContain('- Results monitoring framework (due 1 Feb 2019)');
  expect(en).toContain('- Work plan (due 1 Feb 2019)');
  expect(en).not.toMatch(/Plan rada|Okvir/);
  expect(en).toContain(`/projects/${world.slug}/deadlines`);

  await world.as(world.manager, (work) => markDeadline(work, { projectId: world.projectId, key: 'framework', doneOn: '2019-01-31' }));
  for (const hour of [0, 1, 2]) await composeDigests(new Date(morning('2019-02-01').getTime() + hour * 3_600_000));
  const bodies = await heard('reviewer');
  expect(bodies).toHaveLength(2);
  expect(bodies[1]).toContain('- Work plan (due today');
  expect(bodies[1]).not.toContain('framework');
});

// It ends on 31 December 2019: an extension would be asked for by 30 November.
test('that an extension may be asked for is announced while it can be, not once the day has passed: not every project needs one', async () => {
  const world = await aWorld();
  await choose(world, 'manager', 'en');
  const bodies = async () => (await ownMails(world.manager)).toReversed().map(({ body }) => body);
  await composeDigests(morning('2019-11-30'));
  expect((await bodies()).at(-1)).toContain('- Extension request');
  await composeDigests(morning('2019-12-01'));
  await composeDigests(morning('2019-12-09'));
  expect((await bodies()).slice(1).join('\n')).not.toContain('Extension request');
});
