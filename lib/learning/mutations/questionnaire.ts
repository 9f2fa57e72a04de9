import 'server-only';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { activities, questionnaireAnswers, questionnaireItems, questionnaireScores } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import type { LinkWork } from '@/lib/link-action';
import { closeLinks, issueLink } from '@/lib/links/mutations';
import { assertOpen } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import type { AnswerWay } from '@/lib/shared/vocabulary';
import { defaultItems } from '../rules/questionnaire';
import type { AnswerInput, PaperAnswerInput, QuestionnaireItemsInput } from '../schema';

type Item = { id: string; textEn: string; textCnr: string };

const currentItems = (work: ProjectWork): Promise<Item[]> =>
  work.tx
    .select({ id: questionnaireItems.id, textEn: questionnaireItems.textEn, textCnr: questionnaireItems.textCnr })
    .from(questionnaireItems)
    .where(and(eq(questionnaireItems.projectId, work.project.id), isNull(questionnaireItems.withdrawnAt)))
    .orderBy(asc(questionnaireItems.position));

async function insertItems(work: ProjectWork, items: (Item & { position: number })[]): Promise<void> {
  if (items.length === 0) return;
  await work.tx.insert(questionnaireItems).values(items.map((item) => ({ ...item, projectId: work.project.id })));
  for (const { id, textEn, textCnr, position } of items) work.audit.add('questionnaire_items', id, {}, { textEn, textCnr, position });
}

/** The project's statements; the default ones become its own with the first use. */
async function ensureItems(work: ProjectWork): Promise<Item[]> {
  const own = await currentItems(work);
  if (own.length > 0) return own;
  await insertItems(work, defaultItems.map((item, position) => ({ id: newId(), ...item, position })));
  return currentItems(work);
}

/** Sets the statements of the questionnaire. What is taken out stays with the answers it has; a changed wording also changes how earlier answers read, so it is for slips, not for other questions. */
export async function saveQuestionnaireItems(work: ProjectWork, { items }: Pick<QuestionnaireItemsInput, 'items'>): Promise<void> {
  const before = new Map((await currentItems(work)).map((item, position) => [item.id, { ...item, position }]));
  const wanted = items.map((item, position) => ({ ...item, position }));
  if (new Set(wanted.map((item) => item.id)).size < wanted.length) throw new Refusal('conflict');
  const taken = await work.tx.select({ id: questionnaireItems.id }).from(questionnaireItems).where(inArray(questionnaireItems.id, wanted.map((item) => item.id)));
  if (taken.some((row) => !before.has(row.id))) throw notFound();
  const gone = [...before.keys()].filter((id) => !wanted.some((item) => item.id === id));
  if (gone.length > 0) await work.tx.update(questionnaireItems).set({ withdrawnAt: work.now }).where(inArray(questionnaireItems.id, gone));
  for (const id of gone) work.audit.add('questionnaire_items', id, { withdrawnAt: null }, { withdrawnAt: work.now });
  for (const { id, ...item } of wanted) {
    const old = before.get(id);
    if (!old || (old.textEn === item.textEn && old.textCnr === item.textCnr && old.position === item.position)) continue;
    await work.tx.update(questionnaireItems).set(item).where(eq(questionnaireItems.id, id));
    work.audit.add('questionnaire_items', id, { textEn: old.textEn, textCnr: old.textCnr, position: old.position }, item);
  }
  await insertItems(work, wanted.filter((item) => !before.has(item.id)));
}

async function assertTraining(work: ProjectWork, activityId: string): Promise<void> {
  const [row] = await work.tx.select({ id: activities.id }).from(activities).where(and(eq(activities.id, activityId), eq(activities.projectId, work.project.id), eq(activities.kind, 'training')));
  if (!row) throw notFound();
}

/** Opens the anonymous questionnaire of a training: one link for everybody who was there. */
export async function openQuestionnaire(work: ProjectWork, { activityId }: { activityId: string }): Promise<{ url: string }> {
  await assertTraining(work, activityId);
  await ensureItems(work);
  const { url } = await issueLink(work, { purpose: 'questionnaire', subjectId: activityId });
  return { url };
}

/** Takes no more answers by link. */
export async function closeQuestionnaire(work: ProjectWork, { activityId }: { activityId: string }): Promise<void> {
  await assertTraining(work, activityId);
  await closeLinks(work, ['questionnaire'], activityId);
}

/** False where this very answer was received before. Only statements of the project are scored, each once. */
async function insertAnswer(work: ProjectWork, activityId: string, via: AnswerWay, { answerId, scores, comment }: AnswerInput): Promise<boolean> {
  await assertOpen(work, work.today);
  const known = new Set((await currentItems(work)).map((item) => item.id));
  const ids = scores.map((row) => row.itemId);
  if (new Set(ids).size < ids.length || ids.some((id) => !known.has(id))) throw new Refusal('questionnaireChanged');
  const [row] = await work.tx.insert(questionnaireAnswers).values({ id: answerId, activityId, via, answeredOn: work.today, comment }).onConflictDoNothing().returning({ id: questionnaireAnswers.id });
  if (!row) return false;
  await work.tx.insert(questionnaireScores).values(scores.map((score) => ({ answerId, ...score })));
  return true;
}

/** An answer by the anonymous link. The trail only counts the link's uses: an entry per answer would keep the hour at which somebody answered. */
export async function answerQuestionnaire(work: LinkWork, input: AnswerInput): Promise<void> {
  await assertTraining(work, work.link.subjectId);
  await insertAnswer(work, work.link.subjectId, 'link', input);
}

/** An answer that staff types in from paper. */
export async function typeInAnswer(work: ProjectWork, input: Omit<PaperAnswerInput, 'projectId'>): Promise<void> {
  await assertTraining(work, input.activityId);
  await ensureItems(work);
  if (await insertAnswer(work, input.activityId, 'paper', input)) work.audit.add('questionnaire_answers', input.answerId, {}, { via: 'paper' });
}
