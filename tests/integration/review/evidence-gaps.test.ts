import { and, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { evidence } from '@/db/schema';
import { parseActivitySearch } from '@/lib/activities/queries/filters';
import { listActivities } from '@/lib/activities/queries/list';
import { findActivity } from '@/lib/activities/queries/record';
import type { SaveActivityForm } from '@/lib/activities/schema';
import { removeEvidence } from '@/lib/evidence/mutations';
import { dataGaps } from '@/lib/indicators/queries/desk';
import { submitActivity } from '@/lib/review/mutations';
import { requiredEvidence } from '@/lib/review/rules';
import { activityKinds, type EvidenceKind } from '@/lib/shared/vocabulary';
import { aWorld, type World } from '../../support/builders';

type Saved = { id: string; version: number; reference: string };
const formOf = (world: World, kind: SaveActivityForm['kind']): SaveActivityForm => {
  if (kind === 'training') return world.training();
  if (kind === 'equipment') return world.handOver([{}]);
  const meeting = world.meeting(world.people(2));
  return meeting.kind === 'meeting' ? { ...meeting, detail: { ...meeting.detail, minutes: null } } : meeting;
};

/** What each part of the app says the record lacks; they must agree. */
async function lacking(world: World, saved: Saved): Promise<string[]> {
  const project = { id: world.projectId, attendanceThreshold: '0.800' };
  const record = await findActivity(world.staff, project, saved.reference);
  const gaps = (record?.missing ?? []).filter((rule) => rule.waivable).map((rule) => rule.key);
  const submitted = await world.as(world.staff, (work) => submitActivity(work, { projectId: world.projectId, activityId: saved.id, version: record?.version ?? 0, note: null }).then(() => Promise.reject(new Error('only asked')))).catch((error: { failure?: { fieldErrors?: Record<string, string> } }) => error.failure?.fieldErrors ?? {});
  expect(Object.keys(submitted).sort()).toEqual(gaps.map((key) => `evidence.${key}`).sort());
  const listed = await listActivities(world.staff, project, parseActivitySearch({ lacks: 'evidence' }), { results: [], institutions: [] });
  const some = gaps.length > 0 ? 1 : 0;
  expect([listed.rows.length, (await dataGaps(world.staff, world.projectId, '2019-12-01')).lacksEvidence]).toEqual([some, some]);
  return gaps;
}

async function takeOff(world: World, activityId: string, kind: EvidenceKind): Promise<void> {
  const [file] = await database().select().from(evidence).where(and(eq(evidence.activityId, activityId), eq(evidence.kind, kind)));
  await world.as(world.staff, (work) => removeEvidence(work, { evidenceId: file?.id ?? '' }));
}

test.each(activityKinds)('a %s lacks what its kind needs until it is attached or waived; list, desk, page and submitting say the same', async (kind) => {
  const world = await aWorld();
  const form = formOf(world, kind);
  const saved = await world.save(form);
  const needed = requiredEvidence(kind);
  expect(await lacking(world, saved)).toEqual(needed);
  let version = saved.version;
  for (const one of needed) version = await world.attach(saved.id, one);
  expect(await lacking(world, saved)).toEqual([]);
  const [first = 'agenda' as EvidenceKind] = needed;
  await takeOff(world, saved.id, first);
  expect(await lacking(world, saved)).toEqual([first]);
  const [row] = await database().execute<{ version: number }>(sql`select version from activities where id = ${saved.id}`);
  await world.save({ ...form, version: row?.version ?? version, waivers: [{ requirement: first, reason: 'Burnt' }] } as SaveActivityForm);
  expect(await lacking(world, saved)).toEqual([]);
});

test('minutes may be written in the record; what is planned or cancelled lacks nothing that somebody must do', async () => {
  const world = await aWorld();
  const meeting = formOf(world, 'meeting');
  const saved = await world.save(meeting);
  if (meeting.kind !== 'meeting') throw new Error('a meeting');
  await world.save({ ...meeting, version: saved.version, detail: { ...meeting.detail, minutes: 'Agreed.' } });
  expect(await lacking(world, saved)).toEqual([]);
  await world.save({ ...world.training(), implementation: 'planned', actualStart: null, actualEnd: null, sessions: [], participants: [] } as SaveActivityForm);
  await world.save({ ...world.training(), implementation: 'cancelled', implementationReason: 'Storm' } as SaveActivityForm);
  expect((await dataGaps(world.staff, world.projectId, '2019-12-01')).lacksEvidence).toBe(0);
});
