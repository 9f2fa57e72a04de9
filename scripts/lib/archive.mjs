// Backup and restore without pg_dump, which the embedded PostgreSQL does not bring: each table as COPY text, compressed, from one snapshot.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import postgres from 'postgres';
import { refuseDemoAccounts } from './demo-accounts.mjs';
import { filesBelow } from './files.mjs';
import { Sentence } from './sentence.mjs';
import { root } from './settings.mjs';

const version = 1;
const open = (url) => postgres(url, { max: 1, connect_timeout: 10, onnotice() {} });
const sha256 = async (file) => {
  const hash = createHash('sha256');
  await pipeline(fs.createReadStream(file), hash);
  return hash.digest('hex');
};

/** Tables of the application with the columns that are stored (not computed), by name. */
const tablesOf = (sql) => sql`
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns from pg_class c
  join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where n.nspname = 'public' and c.relkind = 'r' and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  group by c.relname order by c.relname`;
const migrationsOf = async (sql) => (await sql`select hash from drizzle.__drizzle_migrations order by id`).map((row) => row.hash);
const countOf = async (sql, name) => Number((await sql`select count(*) as n from ${sql(name)}`)[0].n);
const columnsOf = (sql, table) => sql(table.columns);

async function saveTable(sql, table, folder) {
  const file = path.join(folder, `${table.name}.copy.gz`);
  const rows = await sql`copy ${sql(table.name)} (${columnsOf(sql, table)}) to stdout`.readable();
  await pipeline(rows, createGzip(), fs.createWriteStream(file, { mode: 0o600 }));
  rows._read(0); // the driver pauses its socket when we are slower and forgets to resume it when the last part came meanwhile: the next query would wait for ever
  return { ...table, rows: await countOf(sql, table.name), sha256: await sha256(file) };
}

function copyFiles(from, to) {
  if (!fs.existsSync(from)) return { files: 0, bytes: 0 };
  const drafts = path.join(from, 'tmp'); // what is still being received
  fs.cpSync(from, to, { recursive: true, preserveTimestamps: true, filter: (file) => file !== drafts });
  const names = filesBelow(to, ['.']);
  return { files: names.length, bytes: names.reduce((sum, name) => sum + fs.statSync(path.join(to, name)).size, 0) };
}

/** Writes everything to a new folder: tables of one moment, evidence files, and last the manifest that makes it a backup. */
export async function backup({ url, dataDir, folder }) {
  if (fs.existsSync(folder) && fs.readdirSync(folder).length > 0) throw new Sentence(`${folder} is not empty: name a new folder for the backup.`);
  const tables = path.join(folder, 'tables');
  fs.mkdirSync(tables, { recursive: true, mode: 0o700 });
  const sql = open(url);
  try {
    const content = await sql.begin('isolation level repeatable read read only', async (tx) => {
      const saved = [];
      for (const table of await tablesOf(tx)) saved.push(await saveTable(tx, table, tables));
      const sequences = await tx`select sequencename as name, last_value::text as value from pg_sequences where schemaname = 'public'`;
      return { migrations: await migrationsOf(tx), tables: saved, sequences: [...sequences] };
    });
    // Evidence is stored by its content and never changed, so files copied after the snapshot contain all that it names.
    const evidence = copyFiles(path.join(dataDir, 'files'), path.join(folder, 'files'));
    const application = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).version;
    const manifest = { version, application, takenAt: new Date().toISOString(), ...content, evidence };
    fs.writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    return manifest;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function readManifest(folder) {
  const file = path.join(folder, 'manifest.json');
  if (!fs.existsSync(file)) throw new Sentence(`${folder} holds no complete backup: manifest.json is missing.`);
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (manifest.version !== version) throw new Sentence(`${folder} is a backup of format ${manifest.version}; this program reads format ${version}.`);
  for (const { name, sha256: expected } of manifest.tables) {
    const part = path.join(folder, 'tables', `${name}.copy.gz`);
    if (!fs.existsSync(part) || (await sha256(part)) !== expected) throw new Sentence(`${part} is missing or damaged; nothing was restored.`);
  }
  return manifest;
}

async function refuseUnfit(sql, manifest, dataDir) {
  const here = await migrationsOf(sql);
  if (here.join() !== manifest.migrations.join())
    throw new Sentence(
      `The backup was taken by version ${manifest.application} of the application with another schema: restore it with that version, then upgrade.`,
    );
  for (const { name } of await tablesOf(sql)) {
    if ((await countOf(sql, name)) > 0)
      throw new Sentence(`The database is not empty (${name} has rows): restore into a new one, for example with DATA_DIR=.data-restored.`);
  }
  const files = path.join(dataDir, 'files');
  if (fs.existsSync(files) && filesBelow(files, ['.']).length > 0) throw new Sentence(`${files} is not empty: restore into a new data folder.`);
}

/** Loads all tables without foreign keys and triggers in the way; putting the keys back checks every row. Needs only the tables' owner. */
async function load(tx, manifest, folder) {
  const keys =
    await tx`select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
  for (const key of keys) await tx.unsafe(`alter table ${key.table} drop constraint "${key.name}"`);
  for (const table of manifest.tables) {
    await tx`alter table ${tx(table.name)} disable trigger user`;
    const into = await tx`copy ${tx(table.name)} (${columnsOf(tx, table)}) from stdin`.writable();
    await pipeline(fs.createReadStream(path.join(folder, 'tables', `${table.name}.copy.gz`)), createGunzip(), into);
    await tx`alter table ${tx(table.name)} enable trigger user`;
    const rows = await countOf(tx, table.name);
    if (rows !== table.rows) throw new Sentence(`${table.name} came out with ${rows} rows instead of ${table.rows}; nothing was restored.`);
  }
  for (const key of keys) await tx.unsafe(`alter table ${key.table} add constraint "${key.name}" ${key.definition}`);
  for (const { name, value } of manifest.sequences) if (value !== null) await tx`select setval(${`public."${name}"`}::regclass, ${value}::bigint)`;
}

/** Restores a backup into an empty, migrated database: all of it or nothing. `url`: a role that owns the tables. */
export async function restore({ url, dataDir, folder }) {
  const manifest = await readManifest(folder);
  const sql = open(url);
  let copying = false;
  try {
    await refuseUnfit(sql, manifest, dataDir);
    await sql.begin(async (tx) => {
      await load(tx, manifest, folder);
      await refuseDemoAccounts(
        tx,
        'The backup contains the demo accounts, whose password everybody knows: it can only be restored into the embedded database.',
      );
      copying = true; // from here on the folder, empty until now, is ours to clear
      const evidence = copyFiles(path.join(folder, 'files'), path.join(dataDir, 'files'));
      if (evidence.files !== manifest.evidence.files || evidence.bytes !== manifest.evidence.bytes)
        throw new Sentence('The evidence files of the backup are not complete; nothing was restored into the database.');
    });
    return manifest;
  } catch (error) {
    if (copying) fs.rmSync(path.join(dataDir, 'files'), { recursive: true, force: true });
    throw error;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
