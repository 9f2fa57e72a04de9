// Run by bench.mjs on a bench database: writes through the app's own actions against the same rows or statements sent bare. Prints [[name, app ms, bare ms] …] as its last line.
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { poolOptions } from '@/db/client';
import * as schema from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { actionRegistry, runAction } from '@/lib/action';
import '@/lib/activities/actions';
import type { SaveActivityForm } from '@/lib/activities/schema';
import { env } from '@/lib/env';
import '@/lib/review/actions';
import { newId } from '@/lib/shared/ids';
import { bareConnection } from './connection.mjs';
import { median } from './table.mjs';
import { idOf } from './world/facts';

type Statement = [string, (string | null)[]];
let heard: Statement[] | null = null;
const use = (pool: postgres.Sql) => Object.assign(globalThis, { capacityConnection: { sql: pool, db: drizzle(pool, { schema }) } });
const pool = postgres(env().DATABASE_URL, { ...poolOptions(), max: 4 });
use(pool);
const bare = bareConnection(env().DATABASE_URL, 1);

const rounds = Number(process.argv[2] ?? '7');
const project = 11;
const projectId = idOf('project', project);
const viewer = (n: number, role: 'manager' | 'staff'): Viewer => ({
  id: idOf('user', n),
  email: '',
  name: '',
  isAdmin: false,
  memberships: [{ projectId, role }],
});
const [manager, staff] = [viewer(0, 'manager'), viewer(2, 'staff')];

async function act<T>(name: string, as: Viewer, input: unknown): Promise<T> {
  const spec = actionRegistry.get(name);
  const result = spec ? await runAction(spec, as, input) : null;
  if (!result?.ok) throw new Error(`${name}: ${JSON.stringify(result)}`);
  return result.value as T;
}

function training(people: readonly string[]): SaveActivityForm {
  const dates = ['2025-11-03', '2025-11-04'];
  const sessions = dates.map((date) => ({ id: newId(), date, hours: 6, topic: null }));
  const institutionId = idOf('institution', (project * 3) % 40);
  const participants = people.map((personId) => ({
    id: newId(),
    personId,
    person: null,
    role: 'trainee' as const,
    institutionId,
    post: null,
    preScore: 40,
    postScore: 70,
    sessionIds: sessions.map(({ id }) => id),
  }));
  return {
    ...{
      projectId,
      id: newId(),
      version: null,
      kind: 'training',
      title: 'Measured training',
      description: null,
      outputIds: [idOf('result', project * 10 + 2)],
      place: 'Bar',
      venue: null,
    },
    ...{
      plannedStart: dates[0],
      plannedEnd: dates[1],
      actualStart: dates[0],
      actualEnd: dates[1],
      cost: null,
      costCurrency: null,
      implementation: 'completed',
      implementationReason: null,
    },
    ...{ waivers: ['agenda', 'signed_list'].map((requirement) => ({ requirement, reason: 'measured' })), sessions, participants, headcounts: [] },
    detail: { type: 'course', method: 'in_person', language: null, passMark: null, topics: ['interviewing'] },
  };
}

/** The same rows, table by table, and nothing else. */
async function insertBare(form: SaveActivityForm, reference: string): Promise<void> {
  const dates = {
    planned_start: form.plannedStart ?? null,
    planned_end: form.plannedEnd ?? null,
    actual_start: form.actualStart ?? null,
    actual_end: form.actualEnd ?? null,
  };
  await bare.begin(async (tx) => {
    await tx`insert into activities ${tx({ id: form.id, project_id: projectId, kind: 'training', reference, title: form.title as string, implementation: 'completed', created_by: staff.id, last_edited_by: staff.id, ...dates })}`;
    await tx`insert into activity_outputs ${tx({ project_id: projectId, activity_id: form.id, result_id: form.outputIds[0] as string })}`;
    await tx`insert into trainings ${tx({ activity_id: form.id, type: 'course', method: 'in_person' })}`;
    await tx`insert into training_topics ${tx({ activity_id: form.id, topic: 'interviewing' })}`;
    await tx`insert into evidence_waivers ${tx(form.waivers.map((waiver) => ({ activity_id: form.id, requirement: waiver.requirement as string, reason: waiver.reason as string, by_user_id: staff.id })))}`;
    await tx`insert into sessions ${tx(form.sessions.map((session, position) => ({ id: session.id, activity_id: form.id, date: session.date as string, hours: '6', position: String(position) })))}`;
    await tx`insert into participants ${tx(form.participants.map((row, position) => ({ id: row.id, activity_id: form.id, person_id: row.personId, role: 'trainee', institution_id: row.institutionId as string, pre_score: '40', post_score: '70', position: String(position) })))}`;
    await tx`insert into attendance ${tx(form.participants.flatMap((row) => row.sessionIds.map((sessionId) => ({ activity_id: form.id, participant_id: row.id, session_id: sessionId }))))}`;
  });
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
}

const some = (count: number, from: number) => Array.from({ length: count }, (_, n) => n + from);
/** People of the project, `from` on; at a small scale they come round. */
const known = await pool<{ id: string }[]>`select person_id as id from project_people where project_id = ${projectId} order by 1 limit 500`;
const people = (count: number, from: number) => some(count, from).map((n) => known[n % known.length]?.id ?? '');

const saves = { app: [] as number[], bare: [] as number[] };
for (let round = -20; round < rounds * 3; round += 1) {
  const [one, other] = [training(people(25, round + 20)), training(people(25, round + 20))];
  const app = await timed(() => act('activities.save', staff, one));
  const plain = await timed(() => insertBare(other, `BB-${newId()}`.slice(0, 30)));
  if (round < 0) continue; // warm first, as the pages are
  saves.app.push(app);
  saves.bare.push(plain);
}

class Undone extends Error {}
/** Sends statements again in one transaction and takes them back. */
async function resend(statements: readonly Statement[]): Promise<number> {
  let spent = 0;
  await bare
    .begin(async (tx) => {
      spent = await timed(async () => {
        for (const [text, parameters] of statements) await tx.unsafe(text, parameters, { prepare: true });
      });
      throw new Undone();
    })
    .catch((error) => {
      if (!(error instanceof Undone)) throw error;
    });
  return spent;
}

// From here on listened to: what the app sends can be sent again without it. The driver then keeps the place of each call, half a millisecond in a save.
use(postgres(env().DATABASE_URL, { ...poolOptions(), max: 4, debug: (_connection, text, parameters) => heard?.push([text, parameters as (string | null)[]]) }));

const approvals = { app: [] as number[], bare: [] as number[] };
for (let round = -1; round < rounds; round += 1) {
  const saved = await act<{ id: string; version: number }>('activities.save', staff, training(people(25, 100 + round)));
  const handedIn = await act<{ version: number }>('review.submit', staff, { projectId, activityId: saved.id, version: saved.version, note: null });
  heard = [];
  const app = await timed(() => act('review.approve', manager, { projectId, activityId: saved.id, version: handedIn.version, note: null }));
  const statements = heard.filter(([text]) => !/^(begin|commit|rollback)/i.test(text));
  heard = null;
  const plain = await resend(statements.filter(([text]) => !/append_audit|insert into "?(reviews|follow_ups)"?\b/.test(text)));
  if (round < 0) continue;
  approvals.app.push(app);
  approvals.bare.push(plain);
}

const items = 200;
function handOver(): SaveActivityForm {
  const { sessions: _sessions, participants: _participants, detail: _detail, ...common } = training([]);
  const lines = some(items, 0).map((n) => ({
    ...{ id: newId(), description: `Radio ${n}`, category: 'communication' as const, make: 'Acme', model: 'R2', serialNumber: newId(), quantity: 1 },
    ...{ value: 100, currency: 'EUR' as const, usdRate: 1.1, supplier: null, orderNumber: null, purchasedOn: null, warrantyEnd: null },
  }));
  const detail = { recipientInstitutionId: idOf('institution', (project * 3) % 40), hander: 'A', receiver: 'B', receiverPost: null, terms: null, items: lines };
  return { ...common, kind: 'equipment', title: 'Measured hand-over', waivers: [{ requirement: 'certificate', reason: 'measured' }], sessions: [], participants: [], detail };
}

/** The same items and the custody that passes them on, table by table, and nothing else. */
async function handOverBare(form: SaveActivityForm, reference: string): Promise<void> {
  if (form.kind !== 'equipment') return;
  const [receiver, day] = [form.detail.recipientInstitutionId as string, '2025-11-03'];
  const lines = form.detail.items.map((item, n) => ({ id: item.id, serial: item.serialNumber as string, tag: `${reference}-${n}`, receipt: newId() }));
  await bare.begin(async (tx) => {
    await tx`insert into activities ${tx({ id: form.id, project_id: projectId, kind: 'equipment', reference, title: 'Bare', implementation: 'planned', created_by: staff.id, last_edited_by: staff.id })}`;
    await tx`insert into hand_overs ${tx({ activity_id: form.id, recipient_institution_id: receiver })}`;
    await tx`insert into equipment_items ${tx(lines.map(({ id, serial, tag }) => ({ id, project_id: projectId, activity_id: form.id, description: 'Radio', category: 'communication', make: 'Acme', model: 'R2', serial_number: serial, quantity: '1', value: '100', currency: 'EUR', usd_rate: '1.1', asset_tag: tag })))}`;
    await tx`insert into custody ${tx(lines.map(({ id, receipt }) => ({ id: receipt, project_id: projectId, item_id: id, kind: 'received', quantity: '1', remaining: '1', since: day })))}`;
    await tx`insert into custody ${tx(lines.map(({ id, receipt }) => ({ id: newId(), project_id: projectId, item_id: id, previous_id: receipt, kind: 'handed_over', quantity: '1', remaining: '1', since: day, institution_id: receiver, activity_id: form.id })))}`;
  });
}

const passes = { app: [] as number[], bare: [] as number[] };
for (let round = -1; round < rounds; round += 1) {
  const [one, other] = [handOver(), handOver()];
  let saved = { id: '', version: 0 };
  const saving = await timed(async () => {
    saved = await act('activities.save', staff, one);
  });
  const handedIn = await act<{ version: number }>('review.submit', staff, { projectId, activityId: saved.id, version: saved.version, note: null });
  const passing = await timed(() => act('review.approve', manager, { projectId, activityId: saved.id, version: handedIn.version, note: null }));
  const plain = await timed(() => handOverBare(other, `BH-${newId()}`.slice(0, 30)));
  if (round < 0) continue;
  passes.app.push(saving + passing);
  passes.bare.push(plain);
}

const [counted] = await pool<
  { n: string }[]
>`select count(*) as n from attendance t join activities a on a.id = t.activity_id where a.project_id = ${projectId} and a.review_state = 'approved'`;
console.log(
  JSON.stringify([
    ['save of a training with 25 participants / its bare inserts', median(saves.app), median(saves.bare)],
    [`hand-over of ${items} items, saved and approved / its bare inserts`, median(passes.app), median(passes.bare)],
    [`approval in a project of ${counted?.n} attendances / its statements`, median(approvals.app), median(approvals.bare)],
  ]),
);
await bare.end();
await pool.end();
process.exit(0);
