import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { metOf } from '@/db/deadlines-met';
import { type DeadlineView, fundDeadlines, type Met, type ReportState, reportState, standing } from './rules';

/** The Fund's deadlines of one project in order of time, as they stand today; none for who is not in it. */
export async function listDeadlines(viewer: Viewer, project: { id: string; startDate: string | null; endDate: string | null; today: string }): Promise<DeadlineView[]> {
  if (rolesIn(viewer, project.id).length === 0) return [];
  const [met] = await database().execute<Met>(sql`select ${metOf(sql`projects.id`)} from projects where id = ${project.id}`);
  return met ? standing(fundDeadlines(project.startDate, project.endDate), met, project.today) : [];
}

type Issued = { id: string; title: string; number: number };
export type PeriodReport = { periodId: string; name: string; from: string; to: string; due: string | null; /** the newest version of what answers it */ issued: Issued | null; state: ReportState };

/** The donor reports of one project, a line for each reporting period in order of time, as they stand today; none for who is not in it. */
export async function listPeriodReports(viewer: Viewer, project: { id: string; today: string }): Promise<PeriodReport[]> {
  if (rolesIn(viewer, project.id).length === 0) return [];
  const rows = await database().execute<Omit<PeriodReport, 'state'>>(sql`
    select p.id as "periodId", p.name, p.from_date as "from", p.to_date as "to", p.due_date as due,
      (select json_build_object('id', r.id, 'title', r.title, 'number', v.number) from reports r join report_versions v on v.report_id = r.id where r.period_id = p.id order by v.issued_at desc limit 1) as issued
    from reporting_periods p where p.project_id = ${project.id} order by p.from_date`);
  return rows.map((row) => ({ ...row, state: reportState({ ...row, answered: row.issued !== null }, project.today) }));
}
