import { eq, sql } from 'drizzle-orm';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, equipmentItems, handOverSignatures } from '@/db/schema';
import { deleteDraft } from '@/lib/activities/mutations/delete';
import { parseActivitySearch } from '@/lib/activities/queries/filters';
import { activityForm } from '@/lib/activities/queries/form';
import { listActivities } from '@/lib/activities/queries/list';
import type { SaveActivityForm } from '@/lib/activities/schema';
import { failureOf, runAsSystem } from '@/lib/action';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { dataGaps } from '@/lib/indicators/queries/desk';
import { openLink } from '@/lib/links/queries';
import { approveActivity, submitActivity } from '@/lib/review/mutations';
import { newId } from '@/lib/shared/ids';
import { sealContent } from '@/lib/signing/mutations/content';
import { eraseSignatories } from '@/lib/signing/mutations/erase';
import { askSignature, signOnScreen } from '@/lib/signing/mutations/sign';
import { handOverBehind } from '@/lib/signing/queries/link';
import { certificateFacts } from '@/lib/signing/queries/paper';
import { handOverSigning } from '@/lib/signing/queries/record';
import { verifyHandOver } from '@/lib/signing/queries/verify';
import { contentText, fingerprint } from '@/lib/signing/rules';
import { signOnScreenSchema } from '@/lib/signing/schema';
import { aWorld, type World } from '../../support/builders';
import { ownerConnection } from '../../support/database';
import { signed } from '../access/inputs';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
type HandOver = Extract<SaveActivityForm, { kind: 'equipment' }>;

async function aHandOver() {
  const form = world.handOver([{ serialNumber: newId(), value: 500 }, { quantity: 3 }]) as HandOver;
  return { form, ...(await world.save(form)) };
}
const view = async (activityId: string) => {
  const found = await handOverSigning(world.staff, world.projectId, activityId);
  if (!found) throw new Error('no such hand-over');
  return found;
};
const sign = async (activityId: string, over: Record<string, unknown> = {}) => {
  const { sha } = await view(activityId);
  const input = signOnScreenSchema.parse({ projectId: world.projectId, id: newId(), activityId, party: 'receiver', ...signed(sha), ...over });
  return world.as(world.staff, (work) => signOnScreen(work, input));
};
const drawing = async (ink = true) => `data:image/png;base64,${(await sharp({ create: { width: 300, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: ink ? 1 : 0 } } }).png().toBuffer()).toString('base64')}`;
const refusal = (run: Promise<unknown>) => run.then(() => 'done', (error) => (error as { failure?: { reason: string } }).failure?.reason ?? String(error));
const submit = (id: string, version: number) => world.as(world.staff, (work) => submitActivity(work, { projectId: world.projectId, activityId: id, version, note: null }));

describe('a hand-over signed on screen', () => {
  test('needs no scan, counts once approved, and keeps what was shown with time and drawing', async () => {
    const before = (await world.figure('equipment.handedOver'))[0];
    const { id, version } = await aHandOver();
    expect(await refusal(submit(id, version))).toBe('incomplete');
    await sign(id, { drawing: await drawing(), typed: '' });
    const { content, sha, standing, signatures } = await view(id);
    expect([standing, signatures.length, signatures[0]?.holds]).toEqual(['signed', 1, true]);
    const [row] = await database().select().from(handOverSignatures).where(eq(handOverSignatures.activityId, id));
    expect(row).toMatchObject({ content: contentText(content), contentSha: sha, statement: expect.stringContaining('I have received the items'), signedAt: new Date('2019-12-01T10:00:00Z'), recordedBy: world.staff.id });
    expect((await sharp(row?.drawing ?? Buffer.alloc(0)).metadata()).format).toBe('png');
    const submitted = await submit(id, version);
    await world.as(world.manager, (work) => approveActivity(work, { projectId: world.projectId, activityId: id, version: submitted.version, note: null }));
    expect((await world.figure('equipment.handedOver'))[0]).toBe(before + 4);
  });

  test('lacks nothing anywhere: in its form, in the list, on the desk; and lacks it again once it is void', async () => {
    const own = await aWorld();
    const form = { ...own.handOver([{}]), waivers: [] } as HandOver;
    const { id, version } = await own.save(form);
    const isSigned = async () => (await activityForm(own.staff, { id: own.projectId }, { id }))?.signed;
    const lacking = async () => [(await dataGaps(own.staff, own.projectId, '2019-12-01')).lacksEvidence, (await listActivities(own.staff, { id: own.projectId, attendanceThreshold: '0.800' }, parseActivitySearch({ lacks: 'evidence' }), { results: [], institutions: [] })).rows.length];
    expect([await isSigned(), await lacking()]).toEqual([false, [1, 1]]);
    const { sha } = (await handOverSigning(own.staff, own.projectId, id)) ?? { sha: '' };
    const input = signOnScreenSchema.parse({ projectId: own.projectId, id: newId(), activityId: id, party: 'receiver', ...signed(sha) });
    await own.as(own.staff, (work) => signOnScreen(work, input));
    expect([await isSigned(), await lacking()]).toEqual([true, [0, 0]]);
    const changed = await own.save({ ...form, version, detail: { ...form.detail, terms: 'Other terms' } });
    expect([await isSigned(), await lacking()]).toEqual([false, [1, 1]]);
    await own.save({ ...form, version: changed.version });
    expect([await isSigned(), await lacking()]).toEqual([true, [0, 0]]);
  });

  test('is void as soon as an item or a term changes, stops counting, and can be signed anew', async () => {
    const { form, id, version } = await aHandOver();
    await sign(id);
    const changed = await world.save({ ...form, version, detail: { ...form.detail, terms: 'Other terms' } });
    expect([(await view(id)).standing, (await view(id)).signatures[0]?.holds]).toEqual(['void', false]);
    expect(await refusal(submit(id, changed.version))).toBe('incomplete');
    const facts = await verifyHandOver((await view(id)).verificationCode, null);
    expect(facts).toMatchObject({ standing: 'void', signedOn: null });
    await sign(id);
    expect((await view(id)).standing).toBe('signed');
    // What the certificate does not say may change: the supplier is no part of it.
    const items = form.detail.items.map((item) => ({ ...item, supplier: 'Somebody else' }));
    await world.save({ ...form, version: changed.version, detail: { ...form.detail, terms: 'Other terms', items } });
    expect((await view(id)).standing).toBe('signed');
  });

  test('is refused for a text that was not shown, twice, empty, without items, on an approved record, and to no other project', async () => {
    const { id } = await aHandOver();
    expect(await refusal(sign(id, { contentSha: 'b'.repeat(64) }))).toBe('shownChanged');
    expect(await refusal(sign(id, { drawing: await drawing(false), typed: '' }))).toBe('drawingEmpty');
    expect(await refusal(sign(id, { drawing: 'data:image/png;base64,AAAA', typed: '' }))).toBe('drawingInvalid');
    await sign(id, { onBehalfOf: 'The head', reason: 'On leave' });
    expect((await view(id)).signatures[0]).toMatchObject({ onBehalfOf: 'The head', reason: 'On leave' });
    expect(await refusal(sign(id))).toBe('alreadySigned');
    await sign(id, { party: 'hander' });
    const empty = await world.save(world.handOver([]));
    expect(await refusal(sign(empty.id))).toBe('nothingToSign');
    const approved = await world.approved(world.handOver([{}]));
    expect(await refusal(sign(approved.id))).toBe('signingClosed');
    const other = await aWorld();
    const input = signOnScreenSchema.parse({ projectId: other.projectId, id: newId(), activityId: id, party: 'receiver', ...signed('a'.repeat(64)) });
    expect(await refusal(other.as(other.staff, (work) => signOnScreen(work, input)))).toBe('notFound');
  });

  test('only the receiver makes it count; names stay out of the trail; nothing takes a signature away', async () => {
    const { id, version } = await aHandOver();
    const { id: signature } = await sign(id, { party: 'hander' });
    expect((await view(id)).standing).toBe('unsigned');
    const [row] = await database().select().from(auditLog).where(eq(auditLog.entityId, signature));
    expect(row?.changes).toMatchObject({ signerName: null, signerPost: null, party: [null, 'hander'] });
    await expect(database().execute(sql`update hand_over_signatures set signer_name = 'x' where id = ${signature}`)).rejects.toThrow();
    await expect(database().execute(sql`delete from hand_over_signatures where id = ${signature}`)).rejects.toThrow();
    const gone = await world.as(world.staff, (work) => deleteDraft(work, { activityId: id, version })).then(() => 'deleted', failureOf);
    expect(gone).toMatchObject({ reason: 'signedStays' });
  });
});

describe('the link and the code', () => {
  test('the link shows the very text, closes when it is signed on screen, and is refused where nothing is left to sign', async () => {
    const { id } = await aHandOver();
    const { url } = await world.as(world.staff, (work) => askSignature(work, { activityId: id }));
    const token = url.split('/').at(-1) ?? '';
    const now = new Date('2019-12-01T11:00:00Z');
    const { link } = await openLink(token, ['hand_over_signature'], now);
    if (!link) throw new Error('no link');
    expect(await handOverBehind(link, 'en')).toMatchObject({ recipient: 'Unit', sha: (await view(id)).sha });
    await sign(id);
    expect((await openLink(token, ['hand_over_signature'], now)).state).toBe('closed');
    expect(await refusal(world.as(world.staff, (work) => askSignature(work, { activityId: id })))).toBe('alreadySigned');
  });

  test('a code answers valid or void, says nothing of recipient and items, and a paper with another fingerprint is void', async () => {
    const { id } = await aHandOver();
    const { verificationCode, sha } = await view(id);
    expect(await verifyHandOver(verificationCode, null)).toMatchObject({ standing: 'unsigned', items: 4, paperStands: null });
    await sign(id);
    const found = await verifyHandOver(verificationCode.toLowerCase().replace('-', ' '), fingerprint(sha));
    expect(found).toMatchObject({ standing: 'signed', signedOn: '2019-12-01', paperStands: true });
    expect(JSON.stringify(found)).not.toMatch(/Unit|Laptop|Acme|Ana/);
    expect((await verifyHandOver(verificationCode, '00000000'))?.paperStands).toBe(false);
    expect(await verifyHandOver('AAAAA-AAAAA', null)).toBeNull();
    const scanned = await world.approved(world.handOver([{}]));
    expect(await verifyHandOver((await view(scanned.id)).verificationCode, null)).toMatchObject({ standing: 'paper' });
  });

  test('donors and outsiders have no certificate', async () => {
    const { id, reference } = await aHandOver();
    for (const viewer of [world.donor, world.outsider]) {
      expect(await handOverSigning(viewer, world.projectId, id)).toBeNull();
      expect(await certificateFacts(viewer, world.projectId, reference, ['en'])).toBeNull();
    }
  });
});

test('retention takes every name off hand-overs of projects that ended long enough ago; figures, certificate and code stay', async () => {
  const own = await aWorld();
  await own.save(own.training());
  const form = own.handOver([{ serialNumber: newId(), value: 500 }]) as HandOver;
  const named = { ...form, waivers: [], detail: { ...form.detail, hander: 'Zdravkinja Prva', receiver: 'Zdravkinja Druga', receiverPost: 'Zdravka chief', onBehalfOf: 'Zdravkinja Treća', onBehalfReason: 'Zdravka is ill' } };
  const { id, version } = await own.save(named);
  const seen = async () => {
    const found = await handOverSigning(own.staff, own.projectId, id);
    if (!found) throw new Error('no such hand-over');
    return found;
  };
  const { sha, verificationCode } = await seen();
  const input = signOnScreenSchema.parse({ projectId: own.projectId, id: newId(), activityId: id, party: 'receiver', ...signed(sha), signerName: 'Zdravkinja Druga', signerPost: 'Zdravka', drawing: await drawing(), typed: '', onBehalfOf: 'Zdravkinja Treća', reason: 'Zdravka is ill' });
  const { id: signature } = await own.as(own.staff, (work) => signOnScreen(work, input));
  const submitted = await own.as(own.staff, (work) => submitActivity(work, { projectId: own.projectId, activityId: id, version, note: null }));
  await own.as(own.manager, (work) => approveActivity(work, { projectId: own.projectId, activityId: id, version: submitted.version, note: null }));
  const figures = async () => [await own.figure('equipment.handedOver'), await own.figure('equipment.valueHandedOver'), await verifyHandOver(verificationCode, fingerprint(sha))];
  const before = await figures();
  expect(before[2]).toMatchObject({ standing: 'signed', paperStands: true });
  await database().execute(sql`update projects set end_date = '2019-06-30' where id = ${own.projectId}`);
  const run = (day: string) => runAsSystem('retention run', (work) => eraseSignatories(work, { demoToo: true }), new Date(`${day}T10:00:00Z`));
  // A project that keeps names for longer; the last day of keeping, and the day after.
  await database().execute(sql`update projects set retention_months = 25 where id = ${own.projectId}`);
  expect(await run('2021-07-01')).toBe(0);
  await database().execute(sql`update projects set retention_months = 24 where id = ${own.projectId}`);
  expect([await run('2021-06-30'), (await seen()).signatures[0]?.signerName]).toEqual([0, 'Zdravkinja Druga']);
  expect([await run('2021-07-01'), await run('2021-07-01')]).toEqual([1, 0]);
  const texts = await database().execute(sql`select h::text as a, s::text as b from hand_overs h join hand_over_signatures s on s.activity_id = h.activity_id where h.activity_id = ${id}`);
  expect(JSON.stringify(texts)).not.toMatch(/Zdravk/);
  expect((await seen()).signatures[0]).toMatchObject({ signerName: '–', signerPost: null, onBehalfOf: null, drawing: null, holds: true });
  await own.as(own.manager, async (work) => {
    await recomputeFigures(work);
    work.audit.add('projects', own.projectId, {}, {}, 'test');
  });
  expect(await figures()).toEqual(before);
  // The register may still say when an item was delivered without ending the signature.
  const [item] = await database().select().from(equipmentItems).where(eq(equipmentItems.activityId, id));
  await own.as(own.staff, (work) => sealContent(work, item?.activityId ?? ''));
  expect((await seen()).standing).toBe('signed');
  await expect(database().execute(sql`update hand_over_signatures set signer_name = 'x' where id = ${signature}`)).rejects.toThrow();
});

test('not even erasing may change what was signed, when, or by which way', async () => {
  const { id } = await aHandOver();
  const { id: signature } = await sign(id);
  const owner = ownerConnection();
  const emptied = `signer_name = '', signer_post = null, on_behalf_of = null, reason = null, drawing = null`;
  try {
    for (const more of ["content_sha = repeat('a', 64)", "signed_at = now()", "content = '{}'", "statement = 'x'"])
      await expect(owner.unsafe(`update hand_over_signatures set ${emptied}, ${more} where id = '${signature}'`)).rejects.toThrow(/append-only/);
    await expect(owner.unsafe(`update hand_over_signatures set signer_name = 'x' where id = '${signature}'`)).rejects.toThrow(/append-only/);
    await expect(owner.unsafe(`delete from hand_over_signatures where id = '${signature}'`)).rejects.toThrow(/append-only|permission denied/);
  } finally {
    await owner.end();
  }
});
