import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { indicators, projects, readings } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { type ExplainedFigure, explainIndicator } from '@/lib/indicators/queries/explain';
import type { ExplainAsked } from '@/lib/indicators/rules/explain/asked';
import { catalogue } from '@/lib/indicators/rules/catalogue';
import { closePeriod } from '@/lib/projects/mutations';
import { findProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

let world: World;
const asked = async (code: string, more: Partial<ExplainAsked> = {}, viewer: Viewer = world.staff): Promise<ExplainedFigure | null> => {
  const project = await findProject(viewer, world.slug);
  return project && explainIndicator(viewer, project, code, { periodId: null, leftOut: false, reason: null, page: 1, ...more }, 'en');
};
const lines = (found: ExplainedFigure | null) => found?.lines.rows.map((row) => [row.name, row.record?.reference ?? null, row.adds?.value ?? row.reason?.key]) ?? null;

beforeAll(async () => {
  world = await aWorld();
  const of = (measure: string, position: number, unit: string) => ({ id: newId(), projectId: world.projectId, resultId: world.output, code: `x.${position}`, statement: measure, unit, method: 'computed' as const, measure, position });
  await database().insert(indicators).values(catalogue.map((measure, n) => of(measure.key, n, measure.unit === 'share' ? '%' : measure.unit === 'usd' ? 'USD' : 'number')));
  await database().insert(indicators).values({ id: newId(), projectId: world.projectId, resultId: world.output, code: 'r', statement: 'Referrals', unit: 'cases', method: 'reported', position: 99 });
  const people = world.people(3);
  await world.approved(world.training({ people, unnamed: 4, gain: 25, present: (person, session) => person !== 2 || session === 0 }));
  const again = world.training({ people: [...people.slice(0, 1), world.person('male', world.prosecutor)], sessions: ['2019-09-02'], title: 'Second' });
  for (const row of again.participants.slice(0, 1)) row.person = null;
  await world.approved(again);
  await world.submitted(world.training({ sessions: ['2019-10-01'], title: 'Waits' }));
  await world.save(world.training({ sessions: ['2019-10-02'], title: 'Draft' }));
  await world.approved(world.meeting([...world.people(1), ...world.people(1, 'male', world.prosecutor)], '2019-09-10', [{ text: 'Share the checklist', dueDate: '2019-09-20' }]));
  await world.approved(world.handOver([{ quantity: 5, value: 1000 }]));
  await world.save(world.handOver([{ quantity: 2 }]));
});

test('for every measure of the catalogue the records say what the indicator shows, in all and in each period', async () => {
  for (const [n, measure] of catalogue.entries()) {
    for (const periodId of [null, world.periods.first, world.periods.second]) {
      const found = await asked(`x.${n}`, { periodId });
      const { said, shown } = found ?? {};
      expect([said?.value, said?.numerator], `${measure.key} ${periodId}`).toEqual([shown?.value, shown?.numerator]);
      if (shown?.value !== null) expect(said?.denominator).toBe(shown?.denominator);
    }
  }
});

describe('people trained', () => {
  test('each counted person by name with the record that counted them', async () => {
    const found = await asked('1.1.a');
    expect(lines(found)?.map(([name, , adds]) => [String(name).endsWith(' Test'), adds])).toEqual([[true, 1], [true, 1], [true, 1]]);
    expect(found).toMatchObject({ counted: 3, said: { value: 3 }, shown: { value: 3 }, lines: { of: 3, before: null, after: null } });
  });
  test('each left out says why: waits, draft, threshold, counted before, unnamed', async () => {
    const found = await asked('1.1.a', { leftOut: true });
    expect(found?.reasons.map(({ key, lines: n }) => [key, n]).sort()).toEqual([['belowThreshold', 1], ['countedBefore', 1], ['draft', 1], ['submitted', 1], ['unnamed', 1]]);
    const before = found?.lines.rows.find((row) => row.reason?.key === 'countedBefore');
    expect([before?.record?.title, before?.reason?.before?.title]).toEqual(['Second', 'Screening at the border']);
    expect(lines(await asked('1.1.a', { leftOut: true, reason: 'submitted' }))).toHaveLength(1);
    expect((await asked('1.1.a', { leftOut: true, periodId: world.periods.second }))?.reasons).toContainEqual({ key: 'otherPeriod', lines: 2, n: 2 });
  });
  test('who may not read names sees none; a donor, a stranger and an unknown code get nothing', async () => {
    expect(await asked('1.1.a', {}, world.donor)).toBeNull();
    expect(await asked('1.1.a', {}, world.outsider)).toBeNull();
    expect(await asked('9.z')).toBeNull();
    expect(await asked('1.1.a', { periodId: newId() })).toBeNull();
  });
});

test('items and action points are named', async () => {
  const at = (key: string) => `x.${catalogue.findIndex((measure) => measure.key === key)}`;
  expect(lines(await asked(at('equipment.handedOver')))).toEqual([[expect.stringContaining('Laptop'), expect.any(String), 5]]);
  expect(lines(await asked(at('equipment.handedOver'), { leftOut: true }))).toEqual([[expect.stringContaining('Laptop'), expect.any(String), expect.stringMatching(/draft|planned/)]]);
  expect(lines(await asked(at('actionPoints.onTime.share')))).toEqual([['1. Share the checklist', expect.any(String), 0]]);
});

test('readings: the approved one counts, a draft and an empty period say why not', async () => {
  const [row] = (await database().select().from(indicators)).filter((one) => one.code === 'r' && one.projectId === world.projectId);
  const own = { projectId: world.projectId, indicatorId: row?.id ?? '', createdBy: world.staff.id, lastEditedBy: world.staff.id };
  await database().insert(readings).values([{ ...own, id: newId(), periodId: world.periods.first, value: '4', reviewState: 'approved' }, { ...own, id: newId(), periodId: world.periods.second, value: '9', reviewState: 'draft' }]);
  const found = await asked('r');
  expect(found?.readings).toMatchObject({ value: 4, counted: [{ periodId: world.periods.first, adds: 4 }], leftOut: [{ periodId: world.periods.second, reason: 'draft' }] });
});

test('a closed period keeps its number; the explanation shows what the records say beside it', async () => {
  await world.as(world.manager, (work) => closePeriod(work, { periodId: world.periods.first }));
  // One who attended half of the sessions counts from now on, but not in what was reported.
  await database().update(projects).set({ attendanceThreshold: '0.5' }).where(eq(projects.id, world.projectId));
  const found = await asked('1.1.a', { periodId: world.periods.first });
  expect(found?.period?.frozen).toBe(true);
  expect([found?.shown.value, found?.said.value]).toEqual([2, 3]);
});
