import 'server-only';
import { eq } from 'drizzle-orm';
import { results } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { lastChange } from '@/lib/audit/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import { parentLevel } from '../rules/matrix';
import type { MoveResultInput, SaveResultInput } from '../schema';
import { lockMatrix, moveAmong, renumber } from './renumber';

type Row = typeof results.$inferSelect;
export type SavedResult = { id: string; version: number };

/**
 * Adds a result at the end of its siblings, or changes the version that was seen; codes follow the order. Refuses a second objective, a parent
 * of another project or level, another level than it has, and a newer version (stale, with the result as it stands).
 */
export async function saveResult(work: ProjectWork, input: SaveResultInput): Promise<SavedResult> {
  const { results: rows } = await lockMatrix(work);
  const before = rows.find((row) => row.id === input.id);
  if (input.version !== null) {
    if (!before) throw notFound();
    if (before.version !== input.version) throw await stale(work, before);
    if (before.level !== input.level) throw new Refusal('invalid', { fieldErrors: { level: 'invalidChoice' } });
  }
  assertPlace(rows, input, before);
  return before ? change(work, before, input, rows) : add(work, input, rows);
}

/** Moves a result one place up or down among its siblings; at the end nothing happens. */
export async function moveResult(work: ProjectWork, input: MoveResultInput): Promise<void> {
  const { results: rows } = await lockMatrix(work);
  const row = rows.find((one) => one.id === input.resultId);
  if (!row) throw notFound();
  const siblings = rows.filter((one) => one.parentId === row.parentId).map((one) => one.id);
  await moveAmong(work, 'results', siblings, { id: row.id, direction: input.direction });
}

function assertPlace(rows: readonly Row[], input: SaveResultInput, before: Row | undefined): void {
  const others = rows.filter((row) => row.id !== input.id);
  if (input.level === 'objective' && others.some((row) => row.level === 'objective')) throw new Refusal('oneObjective', { field: 'level' });
  if (input.parentId === null || input.parentId === before?.parentId) return;
  const parent = rows.find((row) => row.id === input.parentId);
  if (parent?.level !== parentLevel[input.level]) throw new Refusal('noSuchResult', { field: 'parentId' });
}

async function add(work: ProjectWork, { projectId: _project, version: _version, ...facts }: SaveResultInput, rows: readonly Row[]): Promise<SavedResult> {
  const position = 1 + Math.max(-1, ...rows.map((row) => row.position));
  // The code is a stand-in until the renumbering below.
  await work.tx.insert(results).values({ ...facts, projectId: work.project.id, position, code: `~${facts.id.slice(-12)}` });
  work.audit.add('results', facts.id, {}, facts);
  await renumber(work);
  return { id: facts.id, version: 1 };
}

async function change(work: ProjectWork, before: Row, { parentId, statement, assumptions }: SaveResultInput, rows: readonly Row[]): Promise<SavedResult> {
  const version = before.version + 1;
  const position = parentId === before.parentId ? before.position : 1 + Math.max(...rows.map((row) => row.position));
  const after = { parentId, statement, assumptions };
  await work.tx.update(results).set({ ...after, position, version }).where(eq(results.id, before.id));
  work.audit.add('results', before.id, { parentId: before.parentId, statement: before.statement, assumptions: before.assumptions, version: before.version }, { ...after, version });
  await renumber(work);
  return { id: before.id, version };
}

/** Somebody else saved first: what stands now goes along, so that the form can show both. */
async function stale(work: ProjectWork, row: Row): Promise<Refusal> {
  const values = { parentId: row.parentId ?? '', statement: row.statement, assumptions: row.assumptions ?? '' };
  return new Refusal('stale', { current: { id: row.id, version: row.version, values, ...(await lastChange(work.tx, row.id)) } });
}
