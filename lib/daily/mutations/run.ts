import 'server-only';
import { eq, type SQL, sql } from 'drizzle-orm';
import { database, type Transaction, writing } from '@/db/client';
import { projects, rollupStates } from '@/db/schema';
import { loadProject, runAsSystem, type Work } from '@/lib/action';
import { forgetImports } from '@/lib/imports/mutations';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { countingVersion } from '@/lib/indicators/rules/version';
import { anonymiseDue } from '@/lib/people/mutations/retention';
import { dateIn } from '@/lib/shared/dates';

/** What a run did; zeros where another process was at it. */
export type DailyWork = { anonymised: number; mergesEmptied: number; handOversEmptied: number; importsForgotten: number; projectsCounted: number };

const nothing = { anonymised: 0, mergesEmptied: 0, handOversEmptied: 0, importsForgotten: 0 };
// Any number, the same in every process.
const lockKey = 7_276_003;

/**
 * What the calendar brings without anybody acting: identities past their retention date are erased, the lines of uploads of more than a day are forgotten (DOMAIN §5), and
 * figures that change with the date alone (still in post, expected by now, overdue) are counted anew in each project whose day has turned, and where an older
 * version of the app has counted. Each part finds
 * nothing to do a second time, so what was done today needs no remembering, and processes at once do it once.
 */
export async function runDaily(now: Date = new Date()): Promise<DailyWork> {
  const erased = await runAsSystem('daily', erase, now);
  return { ...erased, projectsCounted: await countAll(sql`${outdated} or ${ofYesterday(now)}`, now) };
}

/**
 * Counts the projects anew whose figures an older version of the app has stored, the picture of its day included: once after an upgrade, when the server
 * starts. Says how many; none where another process is at it.
 */
export const countOutdated = (now: Date = new Date()): Promise<number> => countAll(outdated, now);

async function countAll(which: SQL, now: Date): Promise<number> {
  const rows = await database().execute<{ id: string }>(sql`select p.id from projects p join rollup_states s on s.project_id = p.id where ${which} order by s.as_of, p.id`);
  let counted = 0;
  for (const { id } of rows) if (await countAnew(id, now)) counted += 1;
  return counted;
}

async function erase(work: Work): Promise<typeof nothing> {
  if (!(await mine(work.tx))) return nothing;
  const { emptied, dropped } = await forgetImports(work);
  for (const id of emptied) work.audit.add('imports', id, { rows: 'kept' }, { rows: 'erased' });
  for (const id of dropped) work.audit.add('imports', id, { fileName: 'kept' }, { fileName: 'erased' });
  return { ...(await anonymiseDue(work, { demoToo: false })), importsForgotten: emptied.length };
}

const mine = async (tx: Transaction): Promise<boolean> => (await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${lockKey}) as mine`))[0]?.mine ?? false;

// The demo project is the picture of one day, and stays it.
const ofYesterday = (now: Date) => sql`not p.illustrative and s.as_of < (${now.toISOString()}::timestamptz at time zone p.time_zone)::date`;
const outdated = sql`s.version < ${countingVersion}`;

/** A transaction a project, so that nobody waits for all of them. No line in the trail: no record changed, and the figures say their own day. */
async function countAnew(projectId: string, now: Date): Promise<boolean> {
  const project = await loadProject(projectId);
  return writing(async (tx) => {
    if (!(await mine(tx))) return false;
    const { asOf, version } = rollupStates;
    const [state] = await tx.select({ asOf, version, illustrative: projects.illustrative }).from(rollupStates).innerJoin(projects, eq(projects.id, rollupStates.projectId)).where(eq(rollupStates.projectId, projectId));
    if (!state) return false;
    const day = dateIn(project.timeZone, now);
    const today = state.illustrative || state.asOf > day ? state.asOf : day;
    if (state.asOf === today && state.version >= countingVersion) return false;
    await recomputeFigures({ tx, project, now, today });
    return true;
  });
}
