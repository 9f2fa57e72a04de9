// Brings a database to the schema of ./drizzle and gives the app's role exactly the rights it needs.
import fs from 'node:fs';
import path from 'node:path';
import { refuseDemoAccounts } from './lib/demo-accounts.mjs';
import { reasonOf } from './lib/pg-external.mjs';
import { Sentence } from './lib/sentence.mjs';
import { root } from './lib/settings.mjs';

const lockKey = 7_276_001; // any number, the same in every launcher: two that start at once migrate one after the other

/** Rows of these tables are never changed: those guarded by a refuse_change trigger, and the three that must be guarded whatever the triggers say. */
const appendOnly = (sql) => sql`
  select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind = 'r' and (c.relname in ('audit_log', 'report_versions', 'reviews')
    or exists (select from pg_trigger t join pg_proc p on p.oid = t.tgfoid where t.tgrelid = c.oid and p.proname = 'refuse_change'))`;

async function grant(sql, role) {
  const [{ owner }] = await sql`select current_user as owner`;
  if (role === owner) return; // one role for everything: the triggers alone guard what only grows
  await sql`grant usage on schema public to ${sql(role)}`;
  await sql`grant select, insert, update, delete on all tables in schema public to ${sql(role)}`;
  await sql`grant usage, select on all sequences in schema public to ${sql(role)}`;
  for (const { name } of await appendOnly(sql)) await sql`revoke update, delete, truncate on ${sql(name)} from ${sql(role)}`;
}

/**
 * Applies what is missing, one launcher at a time. `ownerUrl`: a role that owns the tables. `role`: the one the app signs in with. `folder`: where the migrations lie.
 * Throws a Sentence when the database refuses.
 */
export async function migrate(ownerUrl, { role = 'capacity_app', folder = path.join(root, 'drizzle') } = {}) {
  if (!fs.existsSync(path.join(folder, 'meta/_journal.json'))) throw new Error(`There are no migrations in ${folder}.`);
  const [{ drizzle }, migrator, { default: postgres }] = await Promise.all([
    import('drizzle-orm/postgres-js'),
    import('drizzle-orm/postgres-js/migrator'),
    import('postgres'),
  ]);
  const sql = postgres(ownerUrl, { max: 1, connect_timeout: 10, onnotice() {} });
  try {
    await sql`select pg_advisory_lock(${lockKey})`;
    await migrator.migrate(drizzle(sql), { migrationsFolder: folder });
    await grant(sql, role);
    await refuseDemoAccounts(
      sql,
      'This database holds the demo accounts, whose password everybody knows: only the embedded one may. Set DATABASE_URL to an empty database.',
    );
  } catch (error) {
    if (error instanceof Sentence) throw error;
    const cause = error?.cause ?? error;
    throw new Sentence(`The database could not be migrated: ${reasonOf(cause)}${error?.cause ? `\n${error.message}` : ''}`);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
