import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { equipmentItems } from '@/db/schema';
import { recordChecks } from '@/lib/equipment/mutations/checks';
import { receiveImport } from '@/lib/imports/mutations';
import { newId } from '@/lib/shared/ids';
import { aWorld } from '../../support/builders';
import { statements } from '../../support/statements';

const session = vi.hoisted(() => ({ viewer: null as unknown }));
vi.mock('@/lib/auth/viewer', async (original) => ({ ...(await original<object>()), getViewer: async () => session.viewer, requireViewer: async () => session.viewer }));
vi.mock('next-intl/server', () => ({ getTranslations: async () => (key: string) => key, getLocale: async () => 'en-GB' }));
vi.mock('next/cache', () => ({ revalidatePath() {} }));

const layout = (await import('@/app/(app)/projects/[project]/layout')).default;
const register = (await import('@/app/(app)/projects/[project]/equipment/page')).default;
const itemPage = (await import('@/app/(app)/projects/[project]/equipment/[item]/page')).default;
const edit = (await import('@/app/(app)/projects/[project]/equipment/[item]/edit/page')).default;
const checks = (await import('@/app/(app)/projects/[project]/equipment/checks/page')).default;
const check = (await import('@/app/(app)/projects/[project]/equipment/checks/new/page')).default;
const raise = (await import('@/app/(app)/projects/[project]/equipment/checks/raise/page')).default;
const labels = (await import('@/app/(app)/projects/[project]/equipment/labels/page')).default;
const budget = (await import('@/app/(app)/projects/[project]/equipment/budget/page')).default;
const uploads = (await import('@/app/(app)/projects/[project]/equipment/import/page')).default;
const preview = (await import('@/app/(app)/projects/[project]/equipment/import/[import]/page')).default;

test('no page about equipment sends more than 12 statements, however many items there are', async () => {
  const world = await aWorld();
  for (const month of [1, 2, 3]) await world.approved(world.handOver(Array.from({ length: 30 }, () => ({ serialNumber: newId() })), `2019-0${month}-04`));
  const ids = (await database().select({ id: equipmentItems.id }).from(equipmentItems).where(eq(equipmentItems.projectId, world.projectId))).map((row) => row.id);
  const items = ids.slice(0, 20).map((itemId) => ({ id: newId(), itemId, inUse: 'yes' as const, condition: 'good' as const }));
  await world.as(world.staff, (work) => recordChecks(work, { projectId: world.projectId, id: newId(), items, photos: [], checkedOn: '2019-06-01', usedBy: null, location: 'Room 12', note: null }));
  const rows = [['Description', 'Category'], ...Array.from({ length: 40 }, () => ['Radio', 'Other'])].map((cells, index) => ({ number: index + 1, cells }));
  const list = await world.as(world.staff, (work) => receiveImport(work, { id: newId(), kind: 'equipment', activityId: null, fileName: 'items.csv', sha256: 'd'.repeat(64), rows }), new Date());
  const params = Promise.resolve({ project: world.slug });
  const asked = (given: Record<string, string | string[]>) => ({ params, searchParams: Promise.resolve(given) as Promise<Record<string, string>> });
  const one = { params: Promise.resolve({ project: world.slug, item: ids[0] ?? '' }) };
  const pages: Record<string, () => Promise<unknown>> = {
    register: () => register(asked({})),
    search: () => register(asked({ q: 'laptop', status: 'in_use', holder: world.unit, sort: '-value' })),
    item: () => itemPage(one),
    edit: () => edit(one),
    checks: () => checks(asked({ state: 'overdue', institution: world.unit })),
    check: () => check(asked({ item: ids.slice(0, 50) })),
    raise: () => raise(asked({ item: ids[0] ?? '' })),
    labels: () => labels(asked({})),
    budget: () => budget({ params }),
    uploads: () => uploads({ params }),
    preview: () => preview({ params: Promise.resolve({ project: world.slug, import: list.id }) }),
  };
  for (const viewer of [world.manager, world.staff]) {
    session.viewer = viewer;
    for (const [name, page] of Object.entries(pages)) expect(await statements(() => [layout({ params, children: null }), page()]), name).toBeLessThanOrEqual(12);
  }
  session.viewer = world.donor;
  expect(await statements(() => [layout({ params, children: null }), register(asked({}))])).toBeLessThanOrEqual(12);
});
