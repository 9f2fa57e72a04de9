import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type postgres from 'postgres';

type Value = string | number | boolean | null;
const text = (value: Value) =>
  value === null ? '\\N' : String(value).replace(/[\\\t\n\r]/g, (sign) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? '');

/** Streams rows into a table with COPY, in chunks of about 256 kB; gives their number. Rows are made while they are sent, so memory stays small. */
export async function copy(sql: postgres.ReservedSql, table: string, columns: readonly string[], rows: Iterable<readonly Value[]>): Promise<number> {
  const into = await sql`copy ${sql(table)} (${sql(columns as string[])}) from stdin`.writable();
  let chunk = '';
  let count = 0;
  for (const row of rows) {
    chunk += `${row.map(text).join('\t')}\n`;
    count += 1;
    if (chunk.length < 262_144) continue;
    if (!into.write(chunk)) await once(into, 'drain');
    chunk = '';
  }
  into.end(chunk);
  await finished(into);
  return count;
}
