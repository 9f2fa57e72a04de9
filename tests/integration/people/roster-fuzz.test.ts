import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import type { Cell } from '@/lib/exchange/table';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { aWorld, type World } from '../../support/builders';
import { proposed, Roster } from '../../support/roster';

const name = fc.constantFrom('Ana', 'Ivo', 'Mara', 'Đuro', 'Djuro', 'Eva', '');
const family = fc.constantFrom('Popović', 'Popovic', 'Marić', 'Šćepanović', 'Novak', 'Kralj', '  ');
const line = fc.tuple(family, name, fc.constantFrom('ž', 'm', '', '?!'), fc.constantFrom<Cell>(1985, '1986', '', null, 'x', 1850), fc.constantFrom('Unit', 'Border', '', 'Nowhere'), fc.constantFrom('x', '', 'perhaps'), fc.constantFrom<Cell>('45,5', 80, '', 130));
const heading: Cell[] = ['Prezime', 'Ime', 'Pol', 'Godina rođenja', 'Institucija', 'Session 1', 'Score after'];
/** what goes wrong on the way: nothing, an older preview, a person who was not offered, a line twice */
const mishap = fc.constantFrom('none', 'none', 'none', 'digest', 'person', 'twice');

const counts = async (world: World, activityId: string) => {
  const [row] = await database().execute<{ known: number; listed: number; present: number; posts: number; version: number; trail: number }>(sql`select
    (select count(*)::int from project_people where project_id = ${world.projectId}) as known, (select count(*)::int from participants where activity_id = ${activityId}) as listed,
    (select count(*)::int from attendance where activity_id = ${activityId}) as present, (select count(*)::int from person_posts h join project_people k on k.person_id = h.person_id and k.project_id = ${world.projectId}) as posts,
    (select version from activities where id = ${activityId}) as version, (select count(*)::int from audit_log where chain = ${world.projectId}) as trail`);
  return row;
};

test('2,000 generated lists: each is taken as it was shown or not at all, never twice, and what is refused has a reason', async () => {
  const world = await aWorld();
  const { id: activityId } = await world.save(world.training({ people: [], sessions: ['2019-03-04'] }));
  const seen = { taken: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), mishap, async (lines, onList, wrong) => {
      const list = await new Roster(world, [heading, ...lines], onList ? activityId : null).upload();
      const [plan, before] = [await list.preview(), await counts(world, activityId)];
      for (const row of plan.rows) expect(row.reasons.length > 0, `line ${row.number}`).toBe(row.state === 'rejected');
      const open = plan.rows.filter((row) => !['same', 'rejected'].includes(row.state));
      const attempt = list.commit({
        digest: wrong === 'digest' ? '0'.repeat(64) : undefined,
        choose: (row) => (wrong === 'person' && row === open.at(-1) ? { row: row.number, personId: newId(), changes: [] } : wrong === 'twice' && open[0] ? { ...proposed(row), row: open[0].number } : proposed(row)),
      });
      const outcome = await attempt.catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return error.failure.reason;
      });
      const after = await counts(world, activityId);
      if (typeof outcome === 'string') {
        seen.refused += 1;
        expect(after, outcome).toEqual(before);
        return;
      }
      seen.taken += 1;
      expect(after?.listed).toBe((before?.listed ?? 0) + outcome.listed);
      expect((after?.known ?? 0) - (before?.known ?? 0)).toBeGreaterThanOrEqual(outcome.added);
      expect(outcome.rejected).toBe(plan.rows.filter((row) => row.state === 'rejected' && row.reasons.length > 0).length);
      if (seen.taken % 10 !== 1) return;
      const again = await new Roster(world, [heading, ...lines], onList ? activityId : null).preview();
      expect(again.rows.filter((row) => row.state === 'new')).toEqual([]);
    }),
    { numRuns: 2000, seed: 20_261_125 },
  );
  expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(500);
}, 900_000);
