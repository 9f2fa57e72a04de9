import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog } from '@/db/schema';
import { runAsSystem } from '@/lib/action';
import { createInstitution, renameInstitution } from '@/lib/institutions/mutations';
import { institutionTree, pastNames } from '@/lib/institutions/queries';
import { createInstitutionSchema, renameInstitutionSchema } from '@/lib/institutions/schema';
import { newId } from '@/lib/shared/ids';

const viewer = { id: newId(), email: '', name: '', isAdmin: true, memberships: [] };
const failure = (promise: Promise<unknown>) => promise.then(() => null, (error: { failure?: { reason: string } }) => error.failure ?? error);
async function unit() {
  const input = createInstitutionSchema.parse({ id: newId(), parentId: '', kind: 'police', country: 'me', abbreviation: 'OU', names: { en: 'Old unit', cnr: 'Stara jedinica' } });
  await runAsSystem('test', (work) => createInstitution(work, input));
  return input.id;
}
const rename = (institutionId: string, version: number, validFrom: string, names: { en: string; cnr: string }) => runAsSystem('test', (work) => renameInstitution(work, renameInstitutionSchema.parse({ institutionId, version, validFrom, names, abbreviation: '' })));

test('a new unit has its names in both languages', async () => {
  const id = await unit();
  expect((await institutionTree(viewer, 'cnr')).byId.get(id)).toMatchObject({ name: 'Stara jedinica', country: 'ME', abbreviation: 'OU' });
  expect((await institutionTree(viewer, 'en')).name(id)).toBe('Old unit');
});

test('renaming keeps the old name with its end; the same day again corrects it', async () => {
  const id = await unit();
  await rename(id, 1, '2019-05-01', { en: 'New unit', cnr: 'Nova jedinica' });
  expect((await institutionTree(viewer, 'en')).name(id)).toBe('New unit');
  expect(await pastNames(viewer, id)).toEqual([
    { language: 'cnr', name: 'Stara jedinica', from: null, to: '2019-05-01' },
    { language: 'en', name: 'Old unit', from: null, to: '2019-05-01' },
  ]);
  await rename(id, 2, '2019-05-01', { en: 'Newer unit', cnr: 'Nova jedinica' });
  expect(await pastNames(viewer, id)).toHaveLength(2);
  expect((await institutionTree(viewer, 'en')).name(id)).toBe('Newer unit');
  expect(await database().select().from(auditLog).where(eq(auditLog.entityId, id))).toHaveLength(3);
});

test('refuses an older version, a day before the present name, an unknown parent, a wrong country', async () => {
  const id = await unit();
  await rename(id, 1, '2019-05-01', { en: 'New unit', cnr: 'Nova jedinica' });
  expect(await failure(rename(id, 1, '2019-06-01', { en: 'X', cnr: 'X' }))).toMatchObject({ reason: 'stale', current: { version: 2, values: { names: { en: 'New unit', cnr: 'Nova jedinica' } } } });
  expect(await failure(rename(id, 2, '2019-04-01', { en: 'X', cnr: 'X' }))).toMatchObject({ reason: 'nameBeganLater', fieldErrors: { validFrom: 'nameBeganLater' } });
  const input = { id: newId(), kind: 'police', parentId: newId(), country: null, abbreviation: null, names: { en: 'X', cnr: null } };
  expect(await failure(runAsSystem('test', (work) => createInstitution(work, createInstitutionSchema.parse(input))))).toMatchObject({ reason: 'noSuchInstitution', fieldErrors: { parentId: 'noSuchInstitution' } });
  expect(createInstitutionSchema.safeParse({ ...input, country: '1X' }).success).toBe(false);
});
