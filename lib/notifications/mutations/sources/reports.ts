import 'server-only';
import { sql } from 'drizzle-orm';
import { noticeKey, occasionOn } from '../../rules/occasion';
import type { Moment } from './source';

type Period = { id: string; projectId: string; name: string; dueOn: string };

/** Reports to the donor that no issued version answers yet, from two weeks before they are due (DOMAIN §6): to managers. */
export async function dueReports({ tx, now, today, listening }: Moment) {
  const rows = await tx.execute<Period>(sql`
    select p.id, p.project_id as "projectId", p.name, p.due_date as "dueOn" from reporting_periods p
    where p.project_id = any(${sql.param(listening)}::uuid[]) and p.due_date <= (${now.toISOString()}::timestamptz + interval '15 days')::date
      and not exists (select from reports r join report_versions v on v.report_id = r.id where r.period_id = p.id)`);
  return rows.flatMap(({ id, projectId, name, dueOn }) => {
    const day = today(projectId);
    const occasion = day && occasionOn(dueOn, day, { soon: 14, weeks: 12 });
    return occasion ? [{ key: noticeKey(`report:${id}`, dueOn, occasion), kind: 'report' as const, projectId, to: { roles: ['manager'] as const }, text: name, dueOn, page: '/reports' }] : [];
  });
}
