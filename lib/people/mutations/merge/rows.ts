import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '@/db/client';
import type { RowChange } from '@/db/schema';
import { keyOf } from '../../rules/references';

export type Row = Record<string, unknown>;
type Found = { row: Row };
const name = (text: string) => sql.identifier(text);

/** Changes rows and notes each as it was and as it became, so that a merge can be undone row by row. Tables and columns come from rules/references. */
export type Rewriter = {
  changes: RowChange[];
  move: (table: string, column: string, ids: { from: string; to: string }) => Promise<Row[]>;
  change: (table: string, row: Row, set: Row) => Promise<void>;
  remove: (table: string, where: SQL) => Promise<Row[]>;
  insert: (table: string, row: Row) => Promise<void>;
};

export function rewriter(tx: Transaction): Rewriter {
  const changes: RowChange[] = [];
  return {
    changes,
    async move(table, column, { from, to }) {
      const rows = await tx.execute<Found>(sql`update ${name(table)} t set ${name(column)} = ${to} where t.${name(column)} = ${from} returning to_jsonb(t) as row`);
      for (const { row } of rows) changes.push({ table, before: { ...row, [column]: from }, after: row });
      return rows.map(({ row }) => row);
    },
    async change(table, before, set) {
      const after = { ...before, ...set };
      if (JSON.stringify(after) === JSON.stringify(before)) return;
      await writeRow(tx, table, before, after);
      changes.push({ table, before, after });
    },
    async remove(table, where) {
      const rows = await tx.execute<Found>(sql`delete from ${name(table)} t where ${where} returning to_jsonb(t) as row`);
      for (const { row } of rows) changes.push({ table, before: row, after: null });
      return rows.map(({ row }) => row);
    },
    async insert(table, row) {
      await insertRow(tx, table, row);
      changes.push({ table, before: null, after: row });
    },
  };
}

/** The rows of a table as they stand. */
export async function rowsWhere(tx: Transaction, table: string, where: SQL): Promise<Row[]> {
  return (await tx.execute<Found>(sql`select to_jsonb(t) as row from ${name(table)} t where ${where}`)).map(({ row }) => row);
}

/** The row with the same key as this one. */
export const sameKey = (table: string, row: Row): SQL => sql.join(keyOf(table).map((column) => sql`t.${name(column)} = ${row[column]}`), sql` and `);

/** Puts a row of this content into the table. */
export async function insertRow(tx: Transaction, table: string, row: Row): Promise<void> {
  await tx.execute(sql`insert into ${name(table)} select * from jsonb_populate_record(null::${name(table)}, ${JSON.stringify(row)}::jsonb)`);
}

/** Gives the columns that differ between two states of a row the values of the second. */
export async function writeRow(tx: Transaction, table: string, from: Row, to: Row): Promise<void> {
  const columns = Object.keys(to).filter((column) => JSON.stringify(from[column]) !== JSON.stringify(to[column]));
  if (columns.length === 0) return;
  const set = sql.join(columns.map((column) => sql`${name(column)} = r.${name(column)}`), sql`, `);
  await tx.execute(sql`update ${name(table)} t set ${set} from jsonb_populate_record(null::${name(table)}, ${JSON.stringify(to)}::jsonb) r where ${sameKey(table, from)}`);
}
