import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, memberships, users } from '@/db/schema';
import { runAsSystem } from '@/lib/action';
import { newId } from '@/lib/shared/ids';
import { createUser, setMembership, setUserAdmin, setUserDisabled } from '@/lib/users/mutations';
import { listAccounts, listMembers } from '@/lib/users/queries';
import { aWorld } from '../../support/builders';

const reason = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure?.reason ?? String(error));
const account = (input: Partial<Parameters<typeof createUser>[1]> = {}) => {
  const id = newId();
  return runAsSystem('test', (work) => createUser(work, { id, email: `${id}@test.example`, name: 'Some One', isAdmin: false, password: null, ...input }));
};

test('an address has one account, whatever its case', async () => {
  const email = `${newId()}@test.example`;
  await account({ email });
  expect(await reason(account({ email: email.toUpperCase() }))).toBe('emailTaken');
});

test('the trail names personal fields of accounts without their values', async () => {
  const { id } = await account();
  const [row] = await database().select().from(auditLog).where(and(eq(auditLog.entityId, id), eq(auditLog.entity, 'users')));
  expect(row?.changes).toEqual({ email: null, name: null, isAdmin: [null, false] });
});

test('the last administrator can neither be demoted nor disabled, and nobody does it to themselves', async () => {
  await database().update(users).set({ isAdmin: false });
  const { id } = await account({ isAdmin: true });
  expect(await reason(runAsSystem('test', (work) => setUserAdmin(work, { userId: id, isAdmin: false })))).toBe('lastAdmin');
  expect(await reason(runAsSystem('test', (work) => setUserDisabled(work, { userId: id, disabled: true })))).toBe('lastAdmin');
  const second = await account({ isAdmin: true });
  const actor = { id, email: '', name: '', isAdmin: true, memberships: [] };
  expect(await reason(runAsSystem('test', (work) => setUserDisabled({ ...work, actor }, { userId: id, disabled: true })))).toBe('notYourself');
  await runAsSystem('test', (work) => setUserAdmin({ ...work, actor }, { userId: second.id, isAdmin: false }));
  expect(await reason(runAsSystem('test', (work) => setUserAdmin(work, { userId: id, isAdmin: false })))).toBe('lastAdmin');
});

test('members come, change role and go, each with an audit row', async () => {
  const world = await aWorld();
  const set = (role: 'staff' | 'manager' | null) => world.as(world.manager, (work) => setMembership(work, { email: world.outsider.email.toUpperCase(), role }));
  const present = async () => (await database().select().from(memberships).where(and(eq(memberships.projectId, world.projectId), eq(memberships.userId, world.outsider.id)))).map((row) => row.role);
  await set('staff');
  await set('manager');
  expect(await present()).toEqual(['manager']);
  expect((await listMembers(world.staff, world.projectId)).map((member) => member.name)).toContain('Outsider');
  expect(await listMembers(world.donor, world.projectId)).toEqual([]);
  await set(null);
  expect(await present()).toEqual([]);
  expect(await database().select().from(auditLog).where(and(eq(auditLog.chain, world.projectId), eq(auditLog.entity, 'memberships')))).toHaveLength(3);
  expect(await reason(world.as(world.manager, (work) => setMembership(work, { email: 'nobody@test.example', role: 'staff' })))).toBe('noSuchAccount');
});

test('administrators alone see all accounts, found by name without diacritics', async () => {
  const world = await aWorld();
  const { id } = await account({ name: 'Željka Šćepanović' });
  expect((await listAccounts(world.admin, { q: 'scepanovic zelj', state: null }, {})).rows.map((row) => row.id)).toEqual([id]);
  expect((await listAccounts(world.admin, { q: 'scepanovic', state: 'disabled' }, {})).rows).toEqual([]);
  expect((await listAccounts(world.manager, { q: '', state: null }, {})).rows).toEqual([]);
});
