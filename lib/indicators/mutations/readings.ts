import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { indicators, projects, readingFiles, readingParts, readingReviews, readings, reportingPeriods, users } from '@/db/schema';
import { rolesIn } from '@/lib/access/rules';
import type { ProjectWork } from '@/lib/action';
import { mayEditActivity } from '@/lib/activities/rules';
import { saveReadingFindings } from '@/lib/guard/mutations';
import { fileNameText, findIn, type GuardedText } from '@/lib/guard/rules/texts';
import { approvalObstacleFor } from '@/lib/review/mutations';
import { nextState } from '@/lib/review/rules';
import type { ReadingStepInput } from '@/lib/review/schema';
import { addMonths } from '@/lib/shared/dates';
import { plainText } from '@/lib/shared/fields';
import { notFound, Refusal } from '@/lib/shared/result';
import type { ReviewStep } from '@/lib/shared/vocabulary';
import { type CellInput, type ReadingInput, readingIssues, readValue } from '../schema/reading';

type Row = typeof readings.$inferSelect;
/** The ex-post evaluation of DOMAIN §6 may read until then. */
const evaluationMonths = 12;
export type SavedReading = { id: string; version: number };

/**
 * Saves the reading of a reported indicator for a period: a new draft, or a change of the version that was seen. Refuses: a computed indicator or
 * another project's (notFound), a value the unit does not allow, parts that do not add up to it, a period that is closed or has not begun, a day or a period outside the project, a second reading of the same period
 * (stale), a newer version (stale, with the reading as it stands), an approved one (approvedIsLocked). DOMAIN §1, §3.
 */
export async function saveReading(work: ProjectWork, input: ReadingInput): Promise<SavedReading> {
  const actor = actorOf(work);
  await assertReadable(work, input);
  await assertInProject(work, input);
  const said = saidOf(input);
  const [known] = await work.tx.select().from(readings).where(and(eq(readings.indicatorId, input.indicatorId), eq(readings.periodId, input.periodId))).for('no key update');
  const before = input.version === null ? undefined : await editable(work, input, actor.id);
  if (known && known.id !== before?.id) throw await staleReading(work, known);
  const saved = await (before ? update(work, before, said, actor.id) : insert(work, input, said, actor.id));
  const texts = [...wordsOf(said.scalars), ...(before ? await fileNamesOf(work, before.id) : [])];
  // Numbers alone, as most readings are, have no words to look at.
  if (findIn(texts).length > 0 || (before && saved.version !== before.version)) await saveReadingFindings(work, saved.id, texts, input.confirmations ?? null);
  return saved;
}

/** Saves a reading, and hands it in where asked to; all or nothing. Refuses what either refuses. */
export async function enterReading(work: ProjectWork, input: ReadingInput): Promise<SavedReading> {
  const { id: readingId, version } = await saveReading(work, input);
  return input.submit ? submitReading(work, { projectId: work.project.id, readingId, version, note: null }) : { id: readingId, version };
}

/** The words of a reading that may hold what happened in a case, by the name of their form field. */
const wordsOf = ({ answer, source, comment }: Pick<Row, 'answer' | 'source' | 'comment'>): GuardedText[] => Object.entries({ answer, source, comment }).map(([path, text]) => ({ path, text }));

/** The names of the files that prove a reading, which may tell as much. */
async function fileNamesOf(work: ProjectWork, readingId: string): Promise<GuardedText[]> {
  const rows = await work.tx.select({ name: readingFiles.fileName }).from(readingFiles).where(and(eq(readingFiles.readingId, readingId), isNull(readingFiles.removedAt))).orderBy(readingFiles.uploadedAt, readingFiles.id);
  return rows.map(({ name }) => fileNameText(name));
}

/** Keeps what the words of a reading and the names of its files say, after either changed; gives the fields that nobody confirmed. */
export const refreshFindings = async (work: ProjectWork, row: Pick<Row, 'id' | 'answer' | 'source' | 'comment'>): Promise<string[]> => saveReadingFindings(work, row.id, [...wordsOf(row), ...(await fileNamesOf(work, row.id))], null);

/** Hands a reading in for review. Refuses words and names of files that look like case data and are neither confirmed nor reworded (caseDataUnconfirmed, by field; DOMAIN §5). */
export async function submitReading(work: ProjectWork, input: ReadingStepInput): Promise<SavedReading> {
  const row = await lock(work, input);
  if (!mayEditActivity(rolesIn(actorOf(work), work.project.id), actorOf(work).id, row)) throw new Refusal('forbidden');
  const open = await refreshFindings(work, row);
  if (open.length > 0) throw new Refusal('caseDataUnconfirmed', { fieldErrors: Object.fromEntries(open.map((path) => [path, 'needs_caseData'])) });
  return step(work, row, 'submitted', input.note);
}

/** Approves the version that the reviewer saw, by somebody else than who made or last edited it (DOMAIN §3): from now on it counts. */
export async function approveReading(work: ProjectWork, input: ReadingStepInput): Promise<SavedReading> {
  const row = await lock(work, input);
  const obstacle = await approvalObstacleFor(work, row);
  if (obstacle) throw new Refusal(obstacle);
  return step(work, row, 'approved', input.note);
}

/** Sends a submitted reading back with a note. */
export const returnReading = async (work: ProjectWork, input: ReadingStepInput): Promise<SavedReading> => step(work, await lock(work, input), 'returned', input.note);

/** Opens an approved reading again, with a reason; it stops counting until it is approved anew. */
export const reopenReading = async (work: ProjectWork, input: ReadingStepInput): Promise<SavedReading> => step(work, await lock(work, input), 'reopened', input.note);

function actorOf(work: ProjectWork) {
  if (!work.actor) throw new Error('a reading needs somebody who reads');
  return work.actor;
}

async function assertReadable(work: ProjectWork, input: CellInput): Promise<void> {
  const [indicator] = await work.tx.select({ method: indicators.method, unit: indicators.unit }).from(indicators).where(and(eq(indicators.id, input.indicatorId), eq(indicators.projectId, work.project.id)));
  if (indicator?.method !== 'reported') throw notFound();
  const issues = readingIssues(indicator.unit, input);
  if (Object.keys(issues).length > 0) throw new Refusal('invalid', { fieldErrors: issues });
  await openPeriod(work, input.periodId);
}

/** A reading is of a period, and taken on a day, while the project runs or in the months after it in which it is evaluated; never before it, nor tomorrow. */
async function assertInProject(work: ProjectWork, { periodId, readOn }: CellInput): Promise<void> {
  if (readOn !== null && readOn > work.today) throw new Refusal('dateInFuture', { field: 'readOn' });
  const { fromDate, toDate } = reportingPeriods;
  const [frame] = await work.tx.select({ start: projects.startDate, end: projects.endDate, from: fromDate, to: toDate }).from(projects).innerJoin(reportingPeriods, eq(reportingPeriods.projectId, projects.id)).where(and(eq(projects.id, work.project.id), eq(reportingPeriods.id, periodId)));
  if (!frame) throw notFound();
  const outside = (first: string, last: string) => (frame.start !== null && last < frame.start) || (frame.end !== null && first > addMonths(frame.end, evaluationMonths));
  if (readOn !== null && outside(readOn, readOn)) throw new Refusal('readOutsideProject', { field: 'readOn' });
  if (outside(frame.from, frame.to)) throw new Refusal('periodOutsideProject', { field: 'value' });
}

/** Refuses where the period is not the project's, is closed, or has not begun. */
export async function openPeriod(work: ProjectWork, periodId: string): Promise<void> {
  const [period] = await work.tx.select().from(reportingPeriods).where(and(eq(reportingPeriods.id, periodId), eq(reportingPeriods.projectId, work.project.id)));
  if (!period) throw notFound();
  if (period.closedAt) throw new Refusal('periodClosed', { params: { period: period.name } });
  if (period.fromDate > work.today) throw new Refusal('periodNotBegun', { field: 'periodId' });
}

async function lock(work: ProjectWork, { readingId, version }: { readingId: string; version: number }): Promise<Row> {
  const [row] = await work.tx.select().from(readings).where(and(eq(readings.id, readingId), eq(readings.projectId, work.project.id))).for('no key update');
  if (!row) throw notFound();
  if (row.version !== version) throw await staleReading(work, row);
  await openPeriod(work, row.periodId);
  return row;
}

async function editable(work: ProjectWork, input: ReadingInput, actorId: string): Promise<Row> {
  const row = await lock(work, { readingId: input.id, version: input.version ?? 0 });
  if (row.indicatorId !== input.indicatorId || row.periodId !== input.periodId) throw notFound();
  if (mayEditActivity(rolesIn(actorOf(work), work.project.id), actorId, row)) return row;
  throw new Refusal(row.reviewState === 'approved' ? 'approvedIsLocked' : 'forbidden');
}

/** Somebody else saved first: what stands now goes along, so that the form can show both. */
async function staleReading(work: ProjectWork, row: Row): Promise<Refusal> {
  const [editor] = await work.tx.select({ name: users.name }).from(users).where(eq(users.id, row.lastEditedBy));
  const { id, version, readOn, source, comment } = row;
  const values = { id, value: text(row.value), numerator: text(row.numerator), denominator: text(row.denominator), answer: row.answer ?? '', readOn: readOn ?? '', source: source ?? '', comment: comment ?? '' };
  return new Refusal('stale', { current: { id, version, values, editedBy: editor?.name ?? '', editedAt: row.updatedAt.toISOString() } });
}

const text = (value: string | null) => (value === null ? '' : plainText(Number(value)));

type Scalars = { value: string | null; numerator: string | null; denominator: string | null; answer: string | null; readOn: string | null; source: string | null; comment: string | null };
type Part = Omit<typeof readingParts.$inferSelect, 'readingId'>;
type Said = { scalars: Scalars; parts: Part[] };
const exact = (value: number | null | undefined) => (value == null ? null : String(value));

function saidOf({ numerator, denominator, answer = null, parts = [], readOn, source, comment, ...input }: CellInput): Said {
  const value = exact(readValue({ value: input.value, numerator, denominator }));
  const given = parts.flatMap(({ dimension, key, value: part }) => (part === null ? [] : [{ dimension, key, value: String(part) }]));
  return { scalars: { value, numerator: exact(numerator), denominator: exact(denominator), answer, readOn, source, comment }, parts: given };
}

/** Parts as the trail writes them: 'sex female' → 3. */
const named = (parts: readonly Part[]) => Object.fromEntries(parts.map(({ dimension, key, value }) => [`${dimension} ${key}`, String(Number(value))]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));

async function insert(work: ProjectWork, input: ReadingInput, { scalars, parts }: Said, actorId: string): Promise<SavedReading> {
  const own = { id: input.id, projectId: work.project.id, indicatorId: input.indicatorId, periodId: input.periodId };
  await work.tx.insert(readings).values({ ...own, ...scalars, createdBy: actorId, lastEditedBy: actorId, updatedAt: work.now });
  if (parts.length > 0) await work.tx.insert(readingParts).values(parts.map((part) => ({ readingId: input.id, ...part })));
  work.audit.add('readings', input.id, {}, { indicatorId: input.indicatorId, periodId: input.periodId, ...scalars, ...(parts.length > 0 && { parts: named(parts) }) });
  return { id: input.id, version: 1 };
}

async function update(work: ProjectWork, before: Row, { scalars, parts }: Said, actorId: string): Promise<SavedReading> {
  const held = await work.tx.select({ dimension: readingParts.dimension, key: readingParts.key, value: readingParts.value }).from(readingParts).where(eq(readingParts.readingId, before.id)).orderBy(asc(readingParts.key));
  const { answer, readOn, source, comment } = before;
  const number = (value: string | null) => (value === null ? null : String(Number(value)));
  const old = { value: number(before.value), numerator: number(before.numerator), denominator: number(before.denominator), answer, readOn, source, comment, parts: named(held) };
  const next = { ...scalars, parts: named(parts) };
  if (JSON.stringify(old) === JSON.stringify(next)) return { id: before.id, version: before.version };
  const version = before.version + 1;
  await work.tx.update(readings).set({ ...scalars, lastEditedBy: actorId, updatedAt: work.now, version }).where(eq(readings.id, before.id));
  await work.tx.delete(readingParts).where(eq(readingParts.readingId, before.id));
  if (parts.length > 0) await work.tx.insert(readingParts).values(parts.map((part) => ({ readingId: before.id, ...part })));
  work.audit.add('readings', before.id, { ...old, version: before.version }, { ...next, version });
  return { id: before.id, version };
}

/** Takes a draft that was never handed in away again: the period has no data then. Refuses whatever was handed in once (readingKept). */
export async function clearReading(work: ProjectWork, input: CellInput): Promise<void> {
  const row = await editable(work, { ...input, projectId: work.project.id }, actorOf(work).id);
  const [step] = await work.tx.select({ id: readingReviews.id }).from(readingReviews).where(eq(readingReviews.readingId, row.id)).limit(1);
  if (step) throw new Refusal('readingKept', { field: 'value' });
  await work.tx.delete(readings).where(eq(readings.id, row.id));
  work.audit.add('readings', row.id, { value: row.value, answer: row.answer, source: row.source, comment: row.comment }, {});
}

async function step(work: ProjectWork, row: Row, taken: ReviewStep, note: string | null): Promise<SavedReading> {
  const to = nextState(row.reviewState, taken);
  if (!to) throw new Refusal('wrongState');
  const version = row.version + 1;
  await work.tx.update(readings).set({ reviewState: to, version, updatedAt: work.now }).where(eq(readings.id, row.id));
  await work.tx.insert(readingReviews).values({ readingId: row.id, step: taken, version: row.version, note, byUserId: actorOf(work).id, at: work.now });
  work.audit.add('readings', row.id, { reviewState: row.reviewState, version: row.version }, { reviewState: to, version }, note);
  return { id: row.id, version };
}
