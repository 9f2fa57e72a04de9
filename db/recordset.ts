import { type Column, type SQL, sql } from 'drizzle-orm';

/**
 * Rows as one parameter: `from ${recordset(rows)} as r(id uuid, "personId" uuid)` gives them as a table, whatever their number. For writes of many rows:
 * PostgreSQL takes thousands of rows apart faster than a statement with a parameter per value can be put together.
 */
export const recordset = (rows: readonly unknown[]): SQL => sql`json_to_recordset(${JSON.stringify(rows)}::text::json)`;

/** The column is one of the ids, given as one parameter: a list of another length is the same statement. */
export const among = (column: Column, ids: readonly string[]): SQL => sql`${column} = any(${sql.param(ids)}::uuid[])`;
