import 'server-only';
import { PostgresJsSession } from 'drizzle-orm/postgres-js';

/** So many texts are kept prepared at most (each connection holds its own copy), and so many more are remembered as seen. */
const most = 800;
const remembered = 2000;
/** Longer texts are lists of values that hardly come again in the same length. */
const longest = 12_000;

/**
 * Which statements are worth keeping prepared: those with parameters that come again. Statements of changing shape (a list of another length each time) would
 * fill the memory of the server's connections, which keep what they prepared until they end.
 */
export function repeats(limits = { most, remembered, longest }): (text: string, parameters: number) => boolean {
  const kept = new Set<string>();
  let seen = new Set<string>();
  return (text, parameters) => {
    if (kept.has(text)) return true;
    // Without parameters a statement goes in one message anyway.
    if (parameters === 0 || text.length > limits.longest || kept.size >= limits.most) return false;
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
 * The settings that prepared statements need. After five runs PostgreSQL may plan a prepared statement once for all values; a plan for any project and any name
 * is a bad one for most (a list of a thousand people against one of ten), so each run is planned for its own values.
 */
export const planPerRun = { plan_cache_mode: 'force_custom_plan' };

/**
 * How a transaction that writes plans: once, where a plan for all values costs no more. A row that is written asks for the rows it points at, one prepared
 * statement each, and these are planned under the same setting: planned per run, a list of 50 attendances took three times as long as written.
 */
export const planOnce = 'set local plan_cache_mode to auto';
/** Back to a plan for the values at hand, for the large reads inside such a transaction. */
export const planAgain = 'set local plan_cache_mode to force_custom_plan';
