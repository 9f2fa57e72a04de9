import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { cooperationPairs, firstCounts, rollupCells, rollupParts, rollupRecords } from '@/db/schema';
import { freshFigures } from '../mutations/recompute';
import type { PairRow } from '../rules/cooperation';
import { plainAggregates } from './plain';
import { plainPairs } from './plain-pairs';

/** One number that is stored otherwise than it should be; null: not there at all. */
export type Difference = { what: string; stored: number | null; should: number | null };
export type CheckedProject = { id: string; projectsId: string; asOf: string | null; cells: number; differences: Difference[] };

/** All projects by their id, or the one with this slug; for the command line, which sees everything. */
export async function projectsToCheck(slug?: string): Promise<{ id: string; projectsId: string; asOf: string | null }[]> {
  return database().execute(sql`select p.id, p.projects_id as "projectsId", s.as_of as "asOf" from projects p left join rollup_states s on s.project_id = p.id
    where ${slug ?? null}::text is null or p.slug = ${slug ?? null} order by p.projects_id`);
}

/**
 * Compares the stored figures of a project with a fresh computation for the same day, number by number, and the main measures with plain SQL
 * aggregates that share nothing with the counting module. No differences: the figures are right.
 */
export async function verifyProject(project: { id: string; projectsId: string; asOf: string | null }): Promise<CheckedProject> {
  const { id, asOf } = project;
  if (asOf === null) return { ...project, cells: 0, differences: [] };
  return database().transaction(
    async (tx) => {
      const [fresh, cells, parts, records, first, pairs] = [
        await freshFigures(tx, id, asOf),
        await tx.select().from(rollupCells).where(eq(rollupCells.projectId, id)),
        await tx.select().from(rollupParts).where(eq(rollupParts.projectId, id)),
        await tx.select().from(rollupRecords).where(eq(rollupRecords.projectId, id)),
        await tx.select().from(firstCounts).where(eq(firstCounts.projectId, id)),
        await tx.select().from(cooperationPairs).where(eq(cooperationPairs.projectId, id)),
      ];
      const plain = await plainAggregates(tx, id, asOf);
      const totals = tally('total', cells.filter((cell) => cell.indicatorId === null && cell.scope === 'cumulative'), (cell) => [cell.measure]);
      const differences = [
        ...compare(tally('cell', cells, cellKey), tally('cell', fresh.cells, cellKey)),
        ...compare(tally('part', parts, partKey), tally('part', fresh.parts, partKey)),
        ...compare(tally('record', records, recordKey), tally('record', fresh.records, recordKey)),
        ...compare(ledger(first), ledger(fresh.firstCounts)),
        ...compare(totals, plain, [...plain.keys()]),
        ...compare(pairTally(pairs), pairTally(fresh.pairs)),
        ...compare(pairTally(pairs), pairTally(await plainPairs(tx, id, asOf))),
      ];
      return { ...project, cells: cells.length, differences };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

type Amounts = { numerator: number | string; denominator: number | string | null };
type CellLike = Amounts & { measure: string; indicatorId: string | null; scope: string; periodId: string | null; institutionId: string | null; sex: string | null; restatement: boolean };
type PartLike = Amounts & { indicatorId: string; dimension: string; key: string | null; overlap: boolean };
type RecordLike = Amounts & { measure: string; indicatorId: string | null; activityId: string; scope: string; periodId: string | null };
const cellKey = (cell: CellLike) => [cell.measure, cell.indicatorId, cell.scope, cell.periodId, cell.institutionId, cell.sex, cell.restatement && 'restated'];
const partKey = (part: PartLike) => [part.indicatorId, part.dimension, part.key ?? 'not stated', part.overlap && 'overlap'];
const recordKey = (record: RecordLike) => [record.measure, record.indicatorId, record.activityId, record.scope, record.periodId];

/** Sums by key, numerators and denominators as numbers of their own. */
function tally<T extends Amounts>(kind: string, rows: readonly T[], key: (row: T) => unknown[]): Map<string, number> {
  const sums = new Map<string, number>();
  const add = (name: string, amount: number | string | null) => amount !== null && sums.set(name, (sums.get(name) ?? 0) + Number(amount));
  for (const row of rows) {
    const name = [kind, ...key(row).filter(Boolean)].join(' ');
    add(`${name} numerator`, row.numerator);
    add(`${name} denominator`, row.denominator);
  }
  return sums;
}

const pairTally = (rows: readonly PairRow[]) =>
  new Map(rows.flatMap((row) => (['events', 'people', 'women'] as const).map((part): [string, number] => [`pair ${row.level} ${row.kind} ${row.periodId ?? 'outside'} ${row.a} ${row.b}${row.restricted ? ' restricted' : ''} ${part}`, row[part]])));

const ledger = (rows: readonly { personId: string; activityId: string; periodId: string | null }[]) => new Map(rows.map((row) => [`first count of ${row.personId} in ${row.activityId} ${row.periodId ?? 'outside'}`, 1]));

function compare(stored: ReadonlyMap<string, number>, should: ReadonlyMap<string, number>, keys: readonly string[] = [...new Set([...stored.keys(), ...should.keys()])]): Difference[] {
  // A sum of nothing is zero on both sides, stored or not.
  const differs = (what: string) => Math.abs((stored.get(what) ?? 0) - (should.get(what) ?? 0)) > 1e-6;
  return keys.filter(differs).map((what) => ({ what, stored: stored.get(what) ?? null, should: should.get(what) ?? null }));
}
