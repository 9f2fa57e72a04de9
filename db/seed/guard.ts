import { sql } from 'drizzle-orm';
import { database } from '@/db/client';

/** Refuses every server but the embedded one, and every database that somebody uses: demo accounts have a known password. */
export async function assertDemoDatabase(): Promise<void> {
  const [row] = await database().execute<{ embedded: boolean; used: boolean }>(
    sql`select exists (select 1 from pg_roles where rolname = 'capacity_embedded') as embedded, exists (select 1 from users) as used`,
  );
  if (!row?.embedded) throw new Error('The demo project is for the embedded database only; this server is another one.');
  if (row.used) throw new Error('This database has users already; the demo project goes into an empty one only.');
}
