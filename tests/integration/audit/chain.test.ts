import { eq, sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog } from '@/db/schema';
import { checkProjectChain, listAudit, listChains, verifyChain } from '@/lib/audit/queries';
import { nilChain } from '@/lib/audit/rules';
import { aWorld, type World } from '../../support/builders';
import { ownerConnection } from '../../support/database';

const owner = ownerConnection();
afterAll(() => owner.end());
async function written(): Promise<World> {
  const world = await aWorld();
  await world.approved(world.training());
  await world.save(world.meeting(world.people(2)), world.manager);
  return world;
}
// What only somebody with the database in hand can do.
const tamper = (statement: string) => owner.unsafe(`alter table audit_log disable trigger all; ${statement}; alter table audit_log enable trigger all`);

test('an untouched chain holds, and parallel writes keep it one chain', async () => {
  const world = await written();
  await Promise.all(Array.from({ length: 6 }, () => world.save(world.training())));
  const check = await verifyChain(world.projectId);
  expect(check).toMatchObject({ brokenAt: null });
  expect(check.entries).toBeGreaterThan(10);
  expect((await listChains()).map(({ chain }) => chain)).toContain(world.projectId);
});

test('texts of any kind stand in the chain as they were said, and it holds', async () => {
  const world = await aWorld();
  const title = 'Č "quoted", \\back\\slash, {brace}, NULL,\ttab, \u2028 line, 💡 and "seq":7}';
  const { id } = await world.save({ ...world.training(), title });
  const [row] = await database().select().from(auditLog).where(sql`${auditLog.entityId} = ${id} and ${auditLog.changes} ? 'title'`);
  expect(row?.changes.title).toEqual([null, title]);
  expect(row?.actorLabel).toBeNull();
  expect(await verifyChain(world.projectId)).toMatchObject({ brokenAt: null });
});

test.each([
  ['a changed entry', (chain: string) => `update audit_log set action = 'other' where chain = '${chain}' and seq = 4`, 4],
  ['a changed value', (chain: string) => `update audit_log set changes = '{}' where chain = '${chain}' and seq = 1`, 1],
  ['a dropped entry', (chain: string) => `delete from audit_log where chain = '${chain}' and seq = 3`, 3],
])('%s is found', async (_name, statement, at) => {
  const world = await written();
  await tamper(statement(world.projectId));
  expect(await verifyChain(world.projectId)).toMatchObject({ brokenAt: at });
  expect(await checkProjectChain(world.manager, world.projectId)).toMatchObject({ brokenAt: at });
});

test('a cut-off tail is found by the head', async () => {
  const world = await written();
  const { entries } = await verifyChain(world.projectId);
  await tamper(`delete from audit_log where chain = '${world.projectId}' and seq = ${entries}`);
  expect(await verifyChain(world.projectId)).toMatchObject({ entries: entries - 1, brokenAt: entries });
});

test('the app itself can neither change nor delete', async () => {
  const world = await written();
  for (const statement of [sql`update audit_log set action = 'x' where chain = ${world.projectId}`, sql`delete from audit_log where chain = ${world.projectId}`, sql`truncate audit_log`]) {
    await expect(database().execute(statement)).rejects.toThrow();
  }
  expect(await verifyChain(world.projectId)).toMatchObject({ brokenAt: null });
});

test('managers and administrators read all of it, staff what concerns them, others nothing', async () => {
  const world = await written();
  const whole = (await database().select({ seq: auditLog.seq }).from(auditLog).where(eq(auditLog.chain, world.projectId))).length;
  const seen = async (viewer: World['staff']) => (await listAudit(viewer, { id: world.projectId }, null)).lines;
  expect(await seen(world.manager)).toHaveLength(Math.min(whole, 50));
  expect(await seen(world.admin)).toHaveLength(Math.min(whole, 50));
  const own = await seen(world.staff);
  expect(own.some((line) => line.action === 'test' && line.actor === 'Manager' && line.reference === 'TR-001')).toBe(true);
  expect(own.some((line) => line.reference === 'ME-001')).toBe(false);
  expect(await seen(world.donor)).toEqual([]);
  expect(await seen(world.outsider)).toEqual([]);
  expect(await checkProjectChain(world.staff, world.projectId)).toBeNull();
  expect(await checkProjectChain(world.manager, nilChain)).toBeNull();
});

test('pages go on below the last entry', async () => {
  const world = await aWorld();
  for (let n = 0; n < 16; n += 1) await world.save(world.training({ people: [] }));
  const first = await listAudit(world.manager, { id: world.projectId }, null);
  const second = await listAudit(world.manager, { id: world.projectId }, first.next);
  expect(first.lines[0]?.seq).toBeGreaterThan(first.lines.at(-1)?.seq ?? 0);
  expect(first.next).not.toBeNull();
  expect(second.lines[0]?.seq).toBe((first.lines.at(-1)?.seq ?? 0) - 1);
  expect(new Set([...first.lines, ...second.lines].map((line) => line.seq)).size).toBe(first.lines.length + second.lines.length);
});
