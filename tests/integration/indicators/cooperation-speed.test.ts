import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { cooperationPairRows } from '@/lib/indicators/queries/cooperation';
import { cooperationView } from '@/lib/indicators/queries/cooperation-view';
import { verifyProject } from '@/lib/indicators/queries/verify';
import { matrixOf } from '@/lib/indicators/rules/cooperation-view';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { aWorld, type World } from '../../support/builders';
import { ownerConnection } from '../../support/database';

/** 10,000 approved meetings of a year with six people each, out of forty units that the project lists. */
async function manyMeetings(world: World): Promise<void> {
  const owner = ownerConnection();
  const id = (prefix: string, n: string) => `('${prefix}' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  const [unit, person, meeting, session, participant] = ['01900000-0000-7000-8000-', '01900000-0000-7000-8001-', '01900000-0000-7000-8002-', '01900000-0000-7000-8003-', '01900000-0000-7000-8004-'] as const;
  try {
    await owner.unsafe(`
      insert into institutions (id, parent_id, country, kind) select ${id(unit, 'n')}, null, 'ME', 'police' from generate_series(1, 40) n;
      insert into project_institutions (project_id, institution_id, role) select '${world.projectId}', ${id(unit, 'n')}, 'counterpart' from generate_series(1, 40) n;
      insert into people (id, given_name, family_name, sex, lawful_basis, retain_until, created_by) select ${id(person, 'n')}, 'P' || n, 'Q', case n % 3 when 0 then 'female' else 'male' end, 'Public task', '2099-12-31', '${world.staff.id}' from generate_series(1, 2000) n;
      insert into activities (id, project_id, kind, reference, title, actual_start, actual_end, implementation, review_state, created_by, last_edited_by)
        select ${id(meeting, 'n')}, '${world.projectId}', 'meeting', 'ME-' || lpad(n::text, 5, '0'), 'Meeting', d, d, 'completed', 'approved', '${world.staff.id}', '${world.staff.id}' from generate_series(1, 10000) n, lateral (select date '2019-01-01' + (n % 330) as d) x;
      insert into meetings (activity_id, type, restricted) select ${id(meeting, 'n')}, 'coordination', n % 50 = 0 from generate_series(1, 10000) n;
      insert into sessions (id, activity_id, date, position) select ${id(session, 'n')}, ${id(meeting, 'n')}, date '2019-01-01' + (n % 330), 0 from generate_series(1, 10000) n;
      insert into participants (id, activity_id, person_id, role, institution_id, position)
        select ${id(participant, 'n * 6 + k')}, ${id(meeting, 'n')}, ${id(person, '1 + (n * 7 + k * 331) % 2000')}, 'member', ${id(unit, '1 + (n * (k + 3) + k * k * 5) % 40')}, k from generate_series(1, 10000) n, generate_series(0, 5) k;
      insert into attendance (activity_id, participant_id, session_id) select ${id(meeting, 'n')}, ${id(participant, 'n * 6 + k')}, ${id(session, 'n')} from generate_series(1, 10000) n, generate_series(0, 5) k;
      analyze activities, participants, attendance, cooperation_pairs`);
  } finally {
    await owner.end();
  }
}

// The fastest turn is the one that nothing else on the machine disturbed.
const fastest = (times: number[]): number => Math.min(...times);
async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

test('the matrix of 10,000 meetings and 60,000 attendances takes at most twice the reading of its rows; computed from scratch it is the same', { timeout: 180_000 }, async () => {
  const world = await aWorld();
  await manyMeetings(world);
  const recomputed = await timed(() => world.as(world.manager, async (work) => {
    await recomputeFigures(work);
    work.audit.add('projects', world.projectId, {}, {}, 'Computed');
  }));
  const levels = ['unit' as const, 'country' as const];
  const choice = { kind: null, weight: 'events' as const, periodId: null, previousId: null };
  const bare = () => database().execute(sql`select level, period_id, kind, a, b, restricted, events, people, women from cooperation_pairs where project_id = ${world.projectId} and level in ('unit', 'country')`);
  const matrix = async () => {
    const rows = await cooperationPairRows(world.staff, world.projectId, levels);
    const found = matrixOf(rows.filter((row) => row.level === 'unit'), choice, [...new Set(rows.map((row) => row.a))], () => 'ME');
    return found.units.map((a) => found.units.map((b) => found.contact(a, b).now));
  };
  for (let turn = 0; turn < 3; turn += 1) await Promise.all([bare(), matrix()]);
  const [reading, drawing]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < 25; turn += 1) {
    reading.push(await timed(bare));
    drawing.push(await timed(matrix));
  }
  const whole = await timed(() => cooperationView(world.staff, { id: world.projectId, today: '2019-12-01' }, 'en', {}));
  const rows = (await bare()).length;
  console.log(`cooperation: ${rows} rows; reading ${fastest(reading).toFixed(1)} ms, matrix ${fastest(drawing).toFixed(1)} ms (${(fastest(drawing) / fastest(reading)).toFixed(2)} times), the whole page's data ${whole.toFixed(0)} ms, all figures anew ${recomputed.toFixed(0)} ms`);
  expect(rows).toBeGreaterThan(500);
  expect(fastest(drawing)).toBeLessThanOrEqual(2 * fastest(reading));
  expect((await verifyProject({ id: world.projectId, projectsId: 'X', asOf: '2019-12-01' })).differences).toEqual([]);
});
