import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { caseConfirmations, evidence } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { newId } from '@/lib/shared/ids';
import { Refusal } from '@/lib/shared/result';
import { fileNameText, filesPath, findIn, type GuardedText, type PlacedFinding } from './rules/texts';
import type { Confirmation } from './schema';

type Row = typeof caseConfirmations.$inferSelect;
/** What is said outside a record that is reviewed: no reviewer stands behind it. */
export type Unreviewed = { actionPointId: string } | { decisionId: string };
type Subject = { activityId: string } | { readingId: string } | Unreviewed;

// The column that names a subject, and the table of the trail in which its row stands.
function placeOf(subject: Subject) {
  if ('activityId' in subject) return { column: caseConfirmations.activityId, entity: 'activities', id: subject.activityId };
  if ('readingId' in subject) return { column: caseConfirmations.readingId, entity: 'readings', id: subject.readingId };
  if ('decisionId' in subject) return { column: caseConfirmations.decisionId, entity: 'decisions', id: subject.decisionId };
  return { column: caseConfirmations.actionPointId, entity: 'action_points', id: subject.actionPointId };
}
const of = (subject: Subject) => eq(placeOf(subject).column, placeOf(subject).id);

/**
 * Keeps what the guard finds in an activity's texts and in the names of its files, with the writer's reasons. Nothing is refused here: a draft is always
 * saved; handing it in asks for what is still unconfirmed.
 */
export async function saveFindings(work: ProjectWork, activityId: string, texts: GuardedText[], confirmations: readonly Confirmation[], fresh: boolean): Promise<void> {
  const found = findIn([...texts, ...(fresh ? [] : await fileTexts(work, activityId))]);
  const before = fresh ? [] : await work.tx.select().from(caseConfirmations).where(of({ activityId }));
  await replace(work, { activityId }, before, found.map((finding) => reasoned(work, finding, before, confirmations)));
}

/**
 * Keeps what the guard finds in the words of a reading, with the writer's reasons (`confirmations` null: nobody was asked, what was said holds). Nothing is
 * refused here: gives the fields that are neither confirmed nor reworded, for who hands it in.
 */
export async function saveReadingFindings(work: ProjectWork, readingId: string, texts: GuardedText[], confirmations: readonly Confirmation[] | null): Promise<string[]> {
  const before = await work.tx.select().from(caseConfirmations).where(of({ readingId }));
  const after = findIn(texts).map((finding) => reasoned(work, finding, before, confirmations));
  await replace(work, { readingId }, before, after);
  return [...new Set(after.filter((row) => row.reason === null).map((row) => row.path))];
}

/**
 * Keeps what the guard finds in some texts of an action point or of a settled decision. No review stands behind these, so what is neither confirmed nor
 * reworded is refused at its field (DOMAIN §5).
 */
export async function guardUnreviewed(work: ProjectWork, subject: Unreviewed, texts: GuardedText[], confirmations: readonly Confirmation[]): Promise<void> {
  const field = await saveUnreviewed(work, subject, texts, confirmations);
  if (field) throw new Refusal('needs_caseData', { field });
}

async function saveUnreviewed(work: ProjectWork, subject: Unreviewed, texts: GuardedText[], confirmations: readonly Confirmation[]): Promise<string | null> {
  const before = await work.tx.select().from(caseConfirmations).where(of(subject));
  const [here, elsewhere] = [before.filter((row) => texts.some(({ path }) => path === row.path)), before.filter((row) => texts.every(({ path }) => path !== row.path))];
  // Words that stand with a reason in another text of the subject need no second one.
  const fresh = findIn(texts).filter(({ mark }) => !elsewhere.some((row) => row.mark === mark));
  const after = fresh.map((finding) => reasoned(work, finding, here, confirmations));
  await replace(work, subject, here, after);
  return after.find((row) => row.reason === null)?.path ?? null;
}

/** After a file came or went: what the names of the files that are there now say. */
export async function refreshFileFindings(work: ProjectWork, activityId: string): Promise<void> {
  const before = await work.tx.select().from(caseConfirmations).where(of({ activityId }));
  const elsewhere = new Set(before.filter((row) => row.path !== filesPath).map((row) => row.mark));
  const found = findIn(await fileTexts(work, activityId)).filter((finding) => !elsewhere.has(finding.mark));
  const files = before.filter((row) => row.path === filesPath);
  await replace(work, { activityId }, files, found.map((finding) => reasoned(work, finding, files, null)));
}

async function fileTexts(work: ProjectWork, activityId: string): Promise<GuardedText[]> {
  const rows = await work.tx.select({ name: evidence.fileName }).from(evidence).where(and(eq(evidence.activityId, activityId), isNull(evidence.removedAt))).orderBy(evidence.uploadedAt, evidence.id);
  return rows.map((row) => fileNameText(row.name));
}

type Kept = Pick<Row, 'path' | 'kind' | 'mark' | 'reason' | 'byUserId' | 'at'>;

// A reason stays with who gave it first; `confirmations` null: nobody was asked, what was said holds.
function reasoned(work: ProjectWork, { path, kind, mark }: PlacedFinding, before: Row[], confirmations: readonly Confirmation[] | null): Kept {
  const old = before.find((row) => row.mark === mark);
  const reason = confirmations === null ? (old?.reason ?? null) : (confirmations.find((one) => one.mark === mark)?.reason ?? null);
  if (reason === null) return { path, kind, mark, reason: null, byUserId: null, at: null };
  return old?.reason === reason ? { path, kind, mark, reason, byUserId: old.byUserId, at: old.at } : { path, kind, mark, reason, byUserId: work.actor?.id ?? null, at: work.now };
}

const traced = ({ path, kind, reason }: Kept) => ({ path, kind, reason });
const sameRow = (a: Kept, b: Kept) => a.path === b.path && a.mark === b.mark && a.reason === b.reason;

async function replace(work: ProjectWork, subject: Subject, before: Row[], after: Kept[]): Promise<void> {
  if (before.length === after.length && after.every((row) => before.some((old) => sameRow(old, row)))) return;
  if (before.length > 0) await work.tx.delete(caseConfirmations).where(inArray(caseConfirmations.id, before.map((row) => row.id)));
  if (after.length > 0) await work.tx.insert(caseConfirmations).values(after.map((row) => ({ id: newId(), ...subject, ...row })));
  const { entity, id } = placeOf(subject);
  work.audit.add(entity, id, { caseData: before.map(traced) }, { caseData: after.map(traced) });
}
