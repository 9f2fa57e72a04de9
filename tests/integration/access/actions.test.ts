import { readdirSync } from 'node:fs';
import path from 'node:path';
import { count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { auditLog } from '@/db/schema';
import { actionRegistry, runAction } from '@/lib/action';
import { newId } from '@/lib/shared/ids';
import { type Actor, aFixture, entries, type Fixture } from './inputs';

vi.mock('next/cache', () => ({ revalidatePath() {} }));

// The list is the code's own: every file of actions is loaded, and each action in it registers itself.
const root = path.resolve(import.meta.dirname, '../../..');
const files = readdirSync(path.join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)actions(\/[^/]+)?\.ts$/.test(file) && !/^(auth|i18n)\//.test(file));
await Promise.all(files.map((file) => import(path.join(root, 'lib', file))));
const names = [...actionRegistry.keys()].sort();
const actors: readonly Actor[] = ['admin', 'manager', 'reviewer', 'staff', 'donor', 'outsider'];
const refusals = ['notFound', 'forbidden', 'signedOut'];

const auditRows = async (chain: string) => (await database().select({ n: count() }).from(auditLog).where(eq(auditLog.chain, chain)))[0]?.n ?? 0;
const spec = (name: string) => {
  const found = actionRegistry.get(name);
  if (!found) throw new Error(`no action ${name}`);
  return found;
};
const input = (name: string, fixture: Fixture) => entries[name]?.input(fixture) ?? {};

test('every action has an entry here, and every entry an action', () => expect(Object.keys(entries).sort()).toEqual(names));

describe.each(names)('%s', (name) => {
  const entry = entries[name];
  let shared: Fixture;
  beforeAll(async () => {
    shared = await aFixture();
  });

  test('does not exist for who is not signed in', async () => {
    expect(await runAction(spec(name), null, input(name, shared))).toMatchObject({ ok: false, reason: 'signedOut' });
  });

  test('is refused to everybody whom DOMAIN §4 does not name, and changes nothing', async () => {
    const before = [await auditRows(shared.world.projectId), await auditRows('00000000-0000-0000-0000-000000000000')];
    for (const actor of actors.filter((one) => !entry?.allowed.includes(one))) {
      const result = await runAction(spec(name), shared.world[actor], input(name, shared));
      expect(result, actor).toMatchObject({ ok: false });
      expect(refusals, actor).toContain(result.ok ? '' : result.reason);
      if (actor === 'outsider' || actor === 'donor') expect(result.ok ? '' : result.reason, actor).toBe('notFound');
    }
    expect([await auditRows(shared.world.projectId), await auditRows('00000000-0000-0000-0000-000000000000')]).toEqual(before);
  });

  test('is open to those it names', async () => {
    for (const actor of entry?.allowed ?? []) {
      const fixture = await aFixture();
      const result = await runAction(spec(name), fixture.world[actor], input(name, fixture));
      expect([...refusals, 'invalid'], `${actor}: ${JSON.stringify(result)}`).not.toContain(result.ok ? '' : result.reason);
    }
  });

  test('done twice, it changes, refuses or lets be; it never breaks', async () => {
    const fixture = await aFixture();
    const actor = entry?.allowed[0] ?? 'admin';
    for (const turn of [1, 2]) {
      const given = { ...input(name, fixture), ...(turn === 2 && 'id' in input(name, fixture) && spec(name).creates ? { id: newId() } : {}) };
      await expect(runAction(spec(name), fixture.world[actor], given), `turn ${turn}`).resolves.toHaveProperty('ok');
    }
    // The same facts at the newest version: a save that changes nothing.
    const versioned = input(name, fixture);
    if ('version' in versioned && typeof versioned.version === 'number') await expect(runAction(spec(name), fixture.world[actor], { ...versioned, version: versioned.version + 1 })).resolves.toHaveProperty('ok');
  });

  test('does not reach into another project', async () => {
    if (spec(name).scope !== 'project') return;
    const other = await aFixture();
    const before = await auditRows(other.world.projectId);
    const theirs = input(name, other);
    const outside = await runAction(spec(name), shared.world.manager, theirs);
    expect(outside).toMatchObject({ ok: false, reason: 'notFound' });
    // The right project, but the objects of another one.
    if (entry?.foreign !== false) expect(await runAction(spec(name), shared.world.manager, { ...theirs, projectId: shared.world.projectId })).toMatchObject({ ok: false });
    expect(await auditRows(other.world.projectId)).toBe(before);
  });

  test('refuses unknown fields, wrong types and emptiness', async () => {
    const actor = entry?.allowed[0] ?? 'admin';
    const viewer = shared.world[actor];
    const scope = spec(name).scope === 'project' ? { projectId: shared.world.projectId } : {};
    for (const bad of [{ ...input(name, shared), surprise: 1 }, scope, Object.fromEntries(Object.keys(input(name, shared)).map((key) => [key, key === 'projectId' ? shared.world.projectId : { not: 'this' }]))]) {
      expect(await runAction(spec(name), viewer, bad)).toMatchObject({ ok: false, reason: 'invalid' });
    }
  });
});
