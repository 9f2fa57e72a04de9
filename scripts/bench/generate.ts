// Fills an empty bench database: 200 projects at any scale; what grows with the scale is what they hold. Deterministic: same scale, same rows.
import postgres from 'postgres';
import { closeDatabase } from '@/db/client';
import { assertDemoDatabase } from '@/db/seed/guard';
import { runInProject } from '@/lib/action';
import { hashPassword } from '@/lib/auth/password';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { closePeriod } from '@/lib/projects/mutations';
import { env } from '@/lib/env';
import { copy } from './copy';
import { peopleOf, projectCount, worldOf } from './world/facts';
import { tables } from './world/tables';

const scale = Number(process.argv[2] ?? '1');
await assertDemoDatabase();
const world = worldOf(scale, await hashPassword('capacity-demo'));
const pool = postgres(env().DATABASE_URL, { max: 1, onnotice() {} });
const sql = await pool.reserve();
// Whole-table triggers and foreign keys are for writers that may be wrong; the generator is held by what follows: figures computed from its rows.
await sql`set session_replication_role = replica`;
for (const { name, columns, rows } of tables(world)) console.log(`${name.padEnd(22)} ${String(await copy(sql, name, columns, rows)).padStart(9)}`);
await sql`set session_replication_role = origin`;
await sql.unsafe('vacuum analyze');
await sql.release();

const begin = performance.now();
for (let project = 0; project < projectCount; project += 1) {
  const { id, firstPeriods, manager } = peopleOf(world, project);
  const inProject = (run: Parameters<typeof runInProject<void>>[1]) => runInProject({ label: 'bench', projectId: id, actor: manager, now: world.now }, run);
  for (const periodId of firstPeriods) await inProject((work) => closePeriod(work, { periodId }));
  await inProject(async (work) => {
    await recomputeFigures(work);
    work.audit.add('projects', id, {}, {}, 'Figures of made-up records');
  });
}
console.log(`figures of ${projectCount} projects in ${((performance.now() - begin) / 1000).toFixed(1)} s`);
await pool.unsafe('vacuum analyze');
await pool.end();
await closeDatabase();
