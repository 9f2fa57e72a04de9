// The five accounts whose password everybody knows, and the guard that keeps them off ordinary servers.
import { Sentence } from './sentence.mjs';

export const demoAccounts = ['admin', 'manager', 'reviewer', 'staff', 'donor'].map((name) => `${name}@example.org`);
export const demoPassword = 'capacity-demo';

/** Throws `text` where a server that is not the embedded one holds a demo account, however it came there (a dump of the demo, say). */
export async function refuseDemoAccounts(sql, text) {
  const [found] =
    await sql`select from users where lower(email) = any(${demoAccounts}) and not exists (select from pg_roles where rolname = 'capacity_embedded')`;
  if (found) throw new Sentence(text);
}
