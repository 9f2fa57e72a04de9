import 'server-only';
import { sql } from 'drizzle-orm';
import type { ProjectScope, ProjectWork, Work } from '@/lib/action';
import { recomputeFigures } from '@/lib/indicators/mutations/recompute';
import { dateIn } from '@/lib/shared/dates';

/** The projects that know one of these people or in whose activities one of them stands, in one order for all, so that locks never cross. */
export async function projectsOf(work: Pick<Work, 'tx'>, personIds: readonly string[]): Promise<ProjectScope[]> {
  return work.tx.execute<ProjectScope>(sql`
    select p.id, p.slug, p.projects_id as "projectsId", p.time_zone as "timeZone", p.end_date as "endDate", p.retention_months as "retentionMonths" from projects p
    where exists (select from project_people k where k.project_id = p.id and k.person_id in ${personIds})
      or exists (select from participants r join activities a on a.id = r.activity_id where a.project_id = p.id and r.person_id in ${personIds}) order by p.id`);
}

/** Computes the figures of every project anew that such a change of people can touch, each on its own day (DOMAIN §2.14). */
export async function recomputeFor(work: ProjectWork, projects: readonly ProjectScope[]): Promise<void> {
  for (const project of projects) await recomputeFigures({ ...work, project, today: dateIn(project.timeZone, work.now) });
}

/** The same for the day that the figures hold for already: nothing but what these people were known by changes (an age that is erased is not stated). */
export async function recountFor(work: Pick<Work, 'tx' | 'now'>, projects: readonly ProjectScope[]): Promise<void> {
  for (const project of projects) {
    const [state] = await work.tx.execute<{ asOf: string }>(sql`select as_of as "asOf" from rollup_states where project_id = ${project.id}`);
    if (state) await recomputeFigures({ tx: work.tx, now: work.now, project, today: state.asOf });
  }
}
