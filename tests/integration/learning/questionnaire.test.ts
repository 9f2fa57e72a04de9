import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { database } from '@/db/client';
import { auditLog, questionnaireAnswers, questionnaireItems } from '@/db/schema';
import { linkActionRegistry, runLinkAction } from '@/lib/link-action';
import '@/lib/learning/actions';
import { closeQuestionnaire, openQuestionnaire, saveQuestionnaireItems, typeInAnswer } from '@/lib/learning/mutations/questionnaire';
import { questionnaireBehind, questionnaireOf } from '@/lib/learning/queries/questionnaire';
import { learningOf } from '@/lib/learning/queries/record';
import { openLink } from '@/lib/links/queries';
import { newId } from '@/lib/shared/ids';
import { aWorld, type World } from '../../support/builders';

const at = new Date('2019-12-01T10:00:00Z');
const spec = linkActionRegistry.get('learning.answerQuestionnaire');
const tokenIn = (url: string) => url.split('/').at(-1) ?? '';
type Score = { itemId: string; score: number };

async function anOpenQuestionnaire() {
  const world = await aWorld();
  const training = await world.approved(world.training());
  const { url } = await world.as(world.staff, (work) => openQuestionnaire(work, { activityId: training.id }), at);
  const items = await database().select().from(questionnaireItems).where(eq(questionnaireItems.projectId, world.projectId)).orderBy(asc(questionnaireItems.position));
  return { world, training, token: tokenIn(url), items };
}
const answer = (token: string, scores: Score[], comment: string | null = null, answerId = randomUUID()) => {
  if (!spec) throw new Error('no such action');
  return runLinkAction(spec, { token, answerId, scores, comment }, at);
};
const result = async (world: World, activityId: string) => {
  const learning = await learningOf(world.staff, { id: world.projectId, suppressionMinimum: 5 }, activityId, 'en');
  if (!learning) throw new Error('nothing to read');
  return learning.satisfaction;
};

test('below five answers neither scores nor comments leave the database; from five on they do, together', async () => {
  const { world, training, token, items } = await anOpenQuestionnaire();
  const [first] = items;
  const scores = [{ itemId: first?.id ?? '', score: 4 }];
  for (const word of ['one', 'two', 'three', 'four']) expect(await answer(token, scores, `Comment ${word}`)).toMatchObject({ ok: true });
  expect(await result(world, training.id)).toMatchObject({ n: 4, shown: false, mean: null, comments: [], items: [{ itemId: first?.id, n: null, mean: null, counts: null }] });
  expect(JSON.stringify(await result(world, training.id))).not.toContain('Comment');
  expect(await answer(token, [{ itemId: first?.id ?? '', score: 2 }], 'Comment five')).toMatchObject({ ok: true });
  const shown = await result(world, training.id);
  expect(shown).toMatchObject({ n: 5, shown: true, mean: 3.6, items: [{ n: 5, mean: 3.6, counts: [0, 1, 0, 4, 0] }] });
  expect(shown.comments).toEqual(['Comment five', 'Comment four', 'Comment one', 'Comment three', 'Comment two']);
});

test('an answer keeps nobody: the day, the way it came and what was said', async () => {
  const { world, training, token, items } = await anOpenQuestionnaire();
  await answer(token, [{ itemId: items[0]?.id ?? '', score: 5 }]);
  const [row] = await database().select().from(questionnaireAnswers).where(eq(questionnaireAnswers.activityId, training.id));
  expect(row && Object.keys(row).sort()).toEqual(['activityId', 'answeredOn', 'comment', 'id', 'via']);
  expect(row).toMatchObject({ via: 'link', answeredOn: '2019-12-01' });
  const trail = await database().select().from(auditLog).where(and(eq(auditLog.chain, world.projectId), eq(auditLog.action, 'learning.answerQuestionnaire')));
  expect(trail.map((entry) => [entry.entity, entry.actorId, Object.keys(entry.changes)])).toEqual([['access_links', null, ['uses']]]);
});

test('a second send of the same answer counts once', async () => {
  const { world, training, token, items } = await anOpenQuestionnaire();
  const id = randomUUID();
  const scores = [{ itemId: items[0]?.id ?? '', score: 5 }];
  for (const _turn of [1, 2]) expect(await answer(token, scores, null, id)).toMatchObject({ ok: true });
  expect(await result(world, training.id)).toMatchObject({ n: 1 });
});

test.each<[string, (items: { id: string }[], other: { id: string }[]) => Score[], object]>([
  ['no score at all', () => [], { reason: 'invalid', fieldErrors: { scores: 'tooFewScores' } }],
  ['a statement twice', ([one]) => [{ itemId: one?.id ?? '', score: 1 }, { itemId: one?.id ?? '', score: 2 }], { reason: 'questionnaireChanged' }],
  ["another project's statement", (_own, [one]) => [{ itemId: one?.id ?? '', score: 1 }], { reason: 'questionnaireChanged' }],
  ['a score beyond five', ([one]) => [{ itemId: one?.id ?? '', score: 6 }], { reason: 'invalid' }],
])('%s is refused and nothing is kept', async (_what, scores, refusal) => {
  const [{ training, token, items }, other] = [await anOpenQuestionnaire(), await anOpenQuestionnaire()];
  expect(await answer(token, scores(items, other.items))).toMatchObject({ ok: false, ...refusal });
  expect(await database().select().from(questionnaireAnswers).where(eq(questionnaireAnswers.activityId, training.id))).toEqual([]);
});

test('closed, it takes no answers; opened again, by a new link only', async () => {
  const { world, training, token, items } = await anOpenQuestionnaire();
  const scores = [{ itemId: items[0]?.id ?? '', score: 5 }];
  await world.as(world.staff, (work) => closeQuestionnaire(work, { activityId: training.id }), at);
  expect(await answer(token, scores)).toMatchObject({ ok: false, reason: 'linkClosed' });
  const { url } = await world.as(world.staff, (work) => openQuestionnaire(work, { activityId: training.id }), at);
  expect(await answer(token, scores)).toMatchObject({ ok: false, reason: 'linkClosed' });
  expect(await answer(tokenIn(url), scores)).toMatchObject({ ok: true });
});

test('the page behind the link shows the training and its statements, no place and nobody', async () => {
  const { training, token, items } = await anOpenQuestionnaire();
  const { link } = await openLink(token, ['questionnaire'], at);
  const found = link && (await questionnaireBehind(link, 'cnr'));
  expect(link?.subjectId).toBe(training.id);
  expect(Object.keys(found ?? {}).sort()).toEqual(['from', 'items', 'organisation', 'to', 'training']);
  expect(found?.items.map((item) => item.text)).toEqual(items.map((item) => item.textCnr));
});

test('paper is typed in and told apart; a meeting has no questionnaire', async () => {
  const { world, training, items } = await anOpenQuestionnaire();
  const paper = { answerId: randomUUID(), scores: [{ itemId: items[0]?.id ?? '', score: 3 }], comment: null };
  await world.as(world.staff, (work) => typeInAnswer(work, { activityId: training.id, ...paper }), at);
  expect(await result(world, training.id)).toMatchObject({ n: 1, paper: 1 });
  const meeting = await world.save(world.meeting(world.people(1)));
  await expect(world.as(world.staff, (work) => openQuestionnaire(work, { activityId: meeting.id }))).rejects.toMatchObject({ failure: { reason: 'notFound' } });
});

test('a statement that was answered keeps its results when it is taken out', async () => {
  const { world, training, token, items } = await anOpenQuestionnaire();
  const [first, second] = items;
  for (let turn = 0; turn < 5; turn += 1) await answer(token, [{ itemId: first?.id ?? '', score: 5 }]);
  const added = newId();
  await world.as(world.manager, (work) => saveQuestionnaireItems(work, { items: [{ id: added, textEn: 'New', textCnr: 'Novo' }, { id: second?.id ?? '', textEn: 'Reworded', textCnr: 'Izmijenjeno' }] }), at);
  expect((await questionnaireOf(world.staff, world.projectId)).map((item) => item.textEn)).toEqual(['New', 'Reworded']);
  expect((await result(world, training.id)).items).toMatchObject([{ itemId: first?.id, n: 5 }]);
  expect(await answer(token, [{ itemId: first?.id ?? '', score: 5 }])).toMatchObject({ ok: false, reason: 'questionnaireChanged' });
  expect(await answer(token, [{ itemId: added, score: 5 }])).toMatchObject({ ok: true });
});

test("another project's statement cannot be made one's own", async () => {
  const [{ items }, { world }] = [await anOpenQuestionnaire(), await anOpenQuestionnaire()];
  const theirs = { id: items[0]?.id ?? '', textEn: 'Taken', textCnr: 'Uzeto' };
  await expect(world.as(world.manager, (work) => saveQuestionnaireItems(work, { items: [theirs] }))).rejects.toMatchObject({ failure: { reason: 'notFound' } });
  expect(await questionnaireOf(world.donor, world.projectId)).toEqual([]);
});
