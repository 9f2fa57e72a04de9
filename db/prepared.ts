import 'server-only';
import { PostgresJsSession } from 'drizzle-orm/postgres-js';

/** So many texts are kept prepared at most (each connection holds its own copy), and so many more are remembered as seen. */
const most = 800;
const remembered = 2000;
/** Longer texts are lists of values that hardly come again in the same length. */
const longest = 12_000;

/**
 * Which statements are worth keeping prepared: those with parameters that come again. Statements of changing shape (a list of another length each time) would
 * fill the memory of the server's connections, which keep what they prepared until they end. What looks for words is planned for its own words each time: a plan
 * for any words at all would pass everybody for a rare name, or ask the index for one that all bear.
 */
export function repeats(limits = { most, remembered, longest }): (text: string, parameters: number) => boolean {
  const kept = new Set<string>();
  let seen = new Set<string>();
  return (text, parameters) => {
    if (kept.has(text)) return true;
    // Without parameters a statement goes in one message anyway.
    if (parameters === 0 || text.length > limits.longest || kept.size >= limits.most || text.includes(' like ')) return false;
    if (seen.delete(text)) kept.add(text);
    else seen.add(text);
    if (seen.size > limits.remembered) seen = new Set();
    return kept.has(text);
  };
}

type PrepareQuery = (query: { sql: string; params: unknown[] }, fields: unknown, name: string | undefined, ...rest: unknown[]) => unknown;
const session = PostgresJsSession.prototype as unknown as { prepareQuery: PrepareQuery; withoutKeeping?: PrepareQuery };

/**
 * Lets every session of drizzle keep repeated statements prepared. Drizzle prepares only what the code names, and an unprepared statement with parameters costs
 * two round trips and a parse each time: first the server is asked for the types of its parameters.
 */
export function keepPrepared(wanted: () => boolean): void {
  session.withoutKeeping ??= session.prepareQuery; // a hot reload comes here again
  const prepareQuery = session.withoutKeeping;
  const again = repeats();
  session.prepareQuery = function (query, fields, name, ...rest) {
    const kept = name ?? (wanted() && again(query.sql, query.params.length) ? 'kept' : undefined);
    return prepareQuery.call(this, query, fields, kept, ...rest);
  };
}

/**
 * How the app's connections are planned for: pages of an index cost little more to reach than those in a row (all lies in memory or on an SSD); PostgreSQL's
 * own guess is of turning disks, and reads the records of all projects rather than find those of one.
 */
export const planning = { random_page_cost: 1.1 };

/** Inside a transaction: planned for the values at hand, where sizes differ as much as those of projects do. */
export const planForValues = 'set local plan_cache_mode to force_custom_plan';
/** Back to what PostgreSQL finds best: one plan for all values where it costs no more. */
export const planAsUsual = 'set local plan_cache_mode to auto';
