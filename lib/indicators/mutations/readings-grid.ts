import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { readings } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { nextState } from '@/lib/review/rules';
import { Refusal } from '@/lib/shared/result';
import { type CellInput, isEntered, type SaveReadingsInput } from '../schema/reading';
import { clearReading, saveReading, submitReading } from './readings';

export type SavedReadings = { saved: number; cleared: number; submitted: number };

/**
 * Saves what was entered in the grid of readings, all or nothing, each by the rules of a reading by itself; a draft that was emptied is taken away, since
 * empty is no data. With `submit` all of it that is no more than a draft is handed in. A refusal names the cell ('readings.3.value').
 */
export async function saveReadings(work: ProjectWork, { readings: cells, submit, confirmations }: SaveReadingsInput): Promise<SavedReadings> {
  const done = { saved: 0, cleared: 0, submitted: 0 };
  const kept: Kept[] = [];
  for (const [place, cell] of cells.entries()) {
    const entered = isEntered(cell);
    if (!entered && cell.version === null) continue;
    if (!entered) {
      await inCell(place, () => clearReading(work, cell));
      done.cleared += 1;
      continue;
    }
    const { version } = await inCell(place, () => saveReading(work, { ...cell, projectId: work.project.id, confirmations }));
    if (version !== cell.version) done.saved += 1;
    kept.push({ place, id: cell.id, field: cell.answer ? 'answer' : 'value' });
  }
  return submit ? { ...done, submitted: await handIn(work, kept) } : done;
}

/** `field`: what is written in the cell itself */
type Kept = { place: number; id: string; field: 'answer' | 'value' };

async function handIn(work: ProjectWork, kept: Kept[]): Promise<number> {
  const { id, version, reviewState } = readings;
  const rows = kept.length === 0 ? [] : await work.tx.select({ id, version, reviewState }).from(readings).where(and(eq(readings.projectId, work.project.id), inArray(id, kept.map((one) => one.id))));
  const ready = kept.flatMap(({ place, id: readingId, field }) => {
    const row = rows.find((one) => one.id === readingId);
    return row && nextState(row.reviewState, 'submitted') ? [{ place, field, readingId, version: row.version }] : [];
  });
  if (ready.length === 0) throw new Refusal('nothingToSubmit');
  for (const { place, field, ...reading } of ready) await inCell(place, () => submitReading(work, { ...reading, projectId: work.project.id, note: null }), field);
  return ready.length;
}

/** What refuses one reading, said of its cell. */
async function inCell<T>(place: number, run: () => Promise<T>, field: Kept['field'] = 'value'): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { reason, fieldErrors, current } = error.failure;
    const stands = (current as { values?: Partial<Record<keyof CellInput, string>> } | undefined)?.values;
    const own = reason === 'stale' ? { value: `readingStale:${stands?.value || stands?.answer || '–'}` } : reason === 'caseDataUnconfirmed' ? { ...fieldErrors, [field]: 'needs_caseDataInDetails' } : (fieldErrors ?? { value: reason });
    throw new Refusal('invalid', { fieldErrors: Object.fromEntries(Object.entries(own).map(([field, message]) => [`readings.${place}.${field}`, message])), params: error.failure.params });
  }
}
