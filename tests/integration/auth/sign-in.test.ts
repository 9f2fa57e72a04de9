import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { endedSessions, signInFailures, users } from '@/db/schema';
import { runAsSystem } from '@/lib/action';
import { sessionSeconds } from '@/lib/auth/cookie';
import { checkCredentials } from '@/lib/auth/credentials';
import { verifyPassword } from '@/lib/auth/password';
import { endSession } from '@/lib/auth/session';
import { findViewer } from '@/lib/auth/viewer';
import { newId } from '@/lib/shared/ids';
import { createUser, setPassword, setUserAdmin, setUserDisabled } from '@/lib/users/mutations';

const password = 'a long enough password';
async function account(isAdmin = false) {
  const id = newId();
  const email = `${id}@test.example`;
  await runAsSystem('test', (work) => createUser(work, { id, email, name: 'Some One', isAdmin, password }));
  return { id, email };
}
const session = (sub: string, epoch: number) => ({ sub, epoch, sid: newId() });
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 10, 0, seconds));

test('the right password opens, whatever the case of the address; the hash is argon2id', async () => {
  const { id, email } = await account();
  expect(await checkCredentials(email.toUpperCase(), password, 'here', at(0))).toMatchObject({ ok: true, account: { id } });
  const [row] = await database().select().from(users).where(eq(users.id, id));
  expect(row?.passwordHash).toMatch(/^\$argon2id\$/);
});

test('an unknown address, a wrong password and a disabled account answer alike', async () => {
  const { email } = await account();
  const disabled = await account();
  await runAsSystem('test', (work) => setUserDisabled(work, { userId: disabled.id, disabled: true }));
  const wrong = { ok: false, reason: 'wrongCredentials' };
  expect(await checkCredentials(email, 'wrong', 'here', at(0))).toEqual(wrong);
  expect(await checkCredentials('nobody@test.example', 'wrong', 'here', at(0))).toEqual(wrong);
  expect(await checkCredentials(disabled.email, password, 'here', at(0))).toEqual(wrong);
});

test('an account without a password never opens with one', async () => expect(await verifyPassword('', null)).toBe(false));

test('failures slow down and never lock: who waits gets in, and elsewhere the owner never waited', async () => {
  const { email } = await account();
  for (let failure = 0; failure < 4; failure += 1) expect(await checkCredentials(email, 'wrong', 'stranger', at(failure * 10))).toMatchObject({ reason: 'wrongCredentials' });
  expect(await checkCredentials(email, password, 'stranger', at(31))).toEqual({ ok: false, reason: 'waitBeforeTrying', seconds: 3 });
  expect(await checkCredentials(email, password, 'owner', at(31))).toMatchObject({ ok: true });
  expect(await checkCredentials(email, password, 'stranger', at(35))).toMatchObject({ ok: true });
  expect(await checkCredentials(email, 'wrong', 'stranger', at(36))).toMatchObject({ reason: 'wrongCredentials' });
  const rows = await database().select().from(signInFailures);
  expect(rows.every((row) => !row.key.includes('@'))).toBe(true);
});

test('many tries at once gain nothing', async () => {
  const { email } = await account();
  const tries = await Promise.all(Array.from({ length: 12 }, () => checkCredentials(email, 'wrong', 'burst', at(0))));
  expect(tries.filter((outcome) => !outcome.ok && outcome.reason === 'wrongCredentials')).toHaveLength(3);
});

test('a disabled account, a new password and another role take effect on the next request', async () => {
  const { id } = await account();
  expect(await findViewer(session(id, 1))).toMatchObject({ id, isAdmin: false, memberships: [] });
  await runAsSystem('test', (work) => setUserAdmin(work, { userId: id, isAdmin: true }));
  expect(await findViewer(session(id, 1))).toMatchObject({ isAdmin: true });
  await runAsSystem('test', (work) => setPassword(work, { userId: id, password: 'another long password' }));
  expect(await findViewer(session(id, 1))).toBeNull();
  expect(await findViewer(session(id, 2))).toMatchObject({ id });
  const other = await account();
  await runAsSystem('test', (work) => setUserDisabled(work, { userId: other.id, disabled: true }));
  expect(await findViewer(session(other.id, 1))).toBeNull();
  await runAsSystem('test', (work) => setUserDisabled(work, { userId: other.id, disabled: false }));
  expect(await findViewer(session(other.id, 1))).toMatchObject({ id: other.id });
  expect(await findViewer(session(newId(), 1))).toBeNull();
});

test('signing out ends the session for a copy of its cookie too, and no other session', async () => {
  const { id } = await account();
  const [here, phone] = [session(id, 1), session(id, 1)];
  await endSession(here.sid, new Date());
  await endSession(here.sid, new Date()); // a second click
  expect(await findViewer(here)).toBeNull();
  expect(await findViewer(phone)).toMatchObject({ id });
});

test('an ended session is remembered as long as its token is good, and no longer', async () => {
  const { id } = await account();
  const [old, recent] = [session(id, 1), session(id, 1)];
  await endSession(old.sid, at(0));
  await endSession(recent.sid, new Date(at(0).getTime() + (sessionSeconds - 60) * 1000));
  const kept = async () => (await database().select().from(endedSessions)).map((row) => row.id);
  expect(await kept()).toEqual(expect.arrayContaining([old.sid, recent.sid]));
  await endSession(newId(), new Date(at(0).getTime() + (sessionSeconds + 60) * 1000));
  expect(await kept()).toContain(recent.sid);
  expect(await kept()).not.toContain(old.sid);
});
