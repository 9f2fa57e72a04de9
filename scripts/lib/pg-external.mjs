// An ordinary PostgreSQL server named by DATABASE_URL: is it there, and is it new enough?
import { Sentence } from './sentence.mjs';

const reasons = {
  ECONNREFUSED: 'nothing accepts connections there',
  ENOTFOUND: 'no machine of that name is known',
  EAI_AGAIN: 'no machine of that name is known',
  EHOSTUNREACH: 'the machine cannot be reached',
  ENETUNREACH: 'the machine cannot be reached',
  CONNECT_TIMEOUT: 'it did not answer within 10 seconds',
  CONNECTION_CLOSED: 'it closed the connection',
  '28P01': 'it refused the user name or the password',
  28000: 'it refused the user',
  '3D000': 'it has no database of that name',
  42501: 'the role may not do this; the owner of the database may: name that role in MIGRATION_DATABASE_URL',
};

/** Why a connection failed, in words, without the password. */
export const reasonOf = (error) => reasons[error?.code] ?? reasons[error?.errors?.[0]?.code] ?? String(error?.message || error?.code || error);

function parse(name, text) {
  let url;
  try {
    url = new URL(text);
  } catch {
    url = undefined;
  }
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol))
    throw new Sentence(`${name} is not a PostgreSQL address: it looks like postgres://user:password@host:5432/database.`);
  return url;
}

async function check(name, text) {
  const url = parse(name, text);
  const { default: postgres } = await import('postgres');
  const sql = postgres(text, { max: 1, connect_timeout: 10, onnotice() {}, connection: { application_name: 'capacity-tracker start' } });
  try {
    const [row] = await sql`select current_setting('server_version_num')::int as number, current_setting('server_version') as version, current_user as role,
      exists (select from pg_collation where collname = 'sr-Latn-x-icu') as icu, current_setting('server_encoding') as encoding`;
    if (row.number < 140_000) throw new Sentence(`The PostgreSQL server at ${url.host} is version ${row.version}; version 14 or newer is needed.`);
    if (!row.icu) throw new Sentence(`The PostgreSQL server at ${url.host} was built without ICU collations, which sorting names needs.`);
    if (row.encoding !== 'UTF8') throw new Sentence(`The database at ${url.host} has the encoding ${row.encoding}; it must be made with encoding UTF8.`);
    return row;
  } catch (error) {
    if (error instanceof Sentence) throw error;
    throw new Sentence(`The database of ${name} at ${url.host} cannot be used: ${reasonOf(error)}.`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The server of DATABASE_URL, proven to answer; `ownerText` (MIGRATION_DATABASE_URL) may name a role that owns the tables. */
export async function requireServer(text, ownerText) {
  const { version, role } = await check('DATABASE_URL', text);
  if (ownerText) await check('MIGRATION_DATABASE_URL', ownerText);
  return {
    url: text,
    ownerUrl: ownerText || text,
    role,
    external: true,
    started: false,
    port: Number(new URL(text).port || 5432),
    version,
    stop: async () => {},
  };
}
