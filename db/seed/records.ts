import type { ProjectWork } from '@/lib/action';
import { saveActivity } from '@/lib/activities/mutations/save';
import { type SaveActivityForm, saveActivitySchema } from '@/lib/activities/schema';
import { attachEvidence } from '@/lib/evidence/mutations';
import { approveActivity, reopenActivity, returnActivity, submitActivity, withdrawActivity } from '@/lib/review/mutations';
import type { EvidenceKind, ReviewStep } from '@/lib/shared/vocabulary';
import type { LifeStep } from './data/lives';
import { documentFor } from './files/documents';
import { makeRecords, type DemoRecord } from './forms';
import { need, type Step, type World } from './world';

/** Every act in the life of every record: planned, delivered, proven, reviewed. */
export const recordSteps = (world: World): Step[] => makeRecords(world).flatMap((record) => stepsOf(record, world));

function stepsOf({ key, life, planned, delivered }: DemoRecord, world: World): Step[] {
  const steps: Step[] = [{ at: life.planned.at, by: life.planned.by, action: 'activities.save', run: (work) => save(work, world, key, planned) }];
  if (!delivered || !life.recorded) return steps;
  const { at, by } = life.recorded;
  steps.push({ at, by, action: 'activities.save', run: (work) => save(work, world, key, delivered) });
  for (const [index, kind] of life.evidence.entries()) steps.push({ at: later(at, 5 + 3 * index), by, action: 'evidence.attach', run: (work) => attach(work, world, { key, kind, form: delivered }) });
  return [...steps, ...life.steps.map((step) => reviewStep(key, step))];
}

const later = (at: string, minutes: number) => new Date(Date.parse(`${at}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);

async function save(work: ProjectWork, world: World, key: string, form: SaveActivityForm): Promise<void> {
  const version = world.records.get(key)?.version ?? null;
  const participants = form.participants.map((row) => ({ ...row, person: row.person && !world.known.has(row.person.id) ? row.person : null }));
  world.records.set(key, await saveActivity(work, saveActivitySchema.parse({ ...form, version, participants })));
  for (const row of participants) world.known.add(row.personId);
}

async function attach(work: ProjectWork, world: World, { key, kind, form }: { key: string; kind: EvidenceKind; form: SaveActivityForm }): Promise<void> {
  const record = need(world.records, key);
  const { bytes, fileName, mediaType } = await documentFor(world, { reference: record.reference, kind, form, moment: work.now });
  const file = { ...(await world.store.put(bytes)), mediaType };
  const { version } = await attachEvidence(work, { id: world.random.id(work.now), activityId: record.id, kind, fileName, file });
  world.records.set(key, { ...record, version });
}

const acts: Record<ReviewStep, typeof submitActivity> = { submitted: submitActivity, approved: approveActivity, returned: returnActivity, reopened: reopenActivity, withdrawn: withdrawActivity };
const actionNames: Record<ReviewStep, string> = { submitted: 'review.submit', approved: 'review.approve', returned: 'review.return', reopened: 'review.reopen', withdrawn: 'review.withdraw' };

const reviewStep = (key: string, { at, by, step, note }: LifeStep): Step => ({
  at,
  by,
  action: actionNames[step],
  run: async (work, world) => {
    const { id, version } = need(world.records, key);
    world.records.set(key, await acts[step](work, { projectId: world.projectId, activityId: id, version, note: note ?? null }));
  },
});
