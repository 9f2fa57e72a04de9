import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { addMonths } from '@/lib/shared/dates';

export type RetentionRow = { id: string; givenName: string; familyName: string; institutionId: string | null; lawfulBasis: string | null; retainUntil: string; due: boolean; elsewhere: boolean };
export type RetentionView = { rows: RetentionRow[]; due: number; upcoming: number; anonymised: number };
/** How far ahead the list looks, and how long it gets. */
export const monthsAhead = 6;
const shown = 200;

/** Whose identity is due to be erased, or will be within six months; the earliest first. */
export async function listRetention(viewer: Viewer, project: { id: string; today: string }): Promise<RetentionView> {
  if (!may(rolesIn(viewer, project.id), 'people.read')) return { rows: [], due: 0, upcoming: 0, anonymised: 0 };
  const until = addMonths(project.today, monthsAhead);
  const known = sql`from people p join project_people k on k.person_id = p.id and k.project_id = ${project.id}`;
  const [rows, [counted]] = await Promise.all([
    database().execute<RetentionRow>(sql`
      select p.id, p.given_name as "givenName", p.family_name as "familyName", h.institution_id as "institutionId", p.lawful_basis as "lawfulBasis", p.retain_until as "retainUntil",
        p.retain_until < ${project.today} as due, exists (select from project_people o where o.person_id = p.id and o.project_id <> ${project.id}) as elsewhere
      ${known} left join person_posts h on h.person_id = p.id and h.to_date is null
      where p.anonymised_at is null and p.merged_into_id is null and p.retain_until <= ${until} order by p.retain_until, p.family_name collate "sr-Latn-x-icu", p.id limit ${shown}`),
    database().execute<{ due: number; upcoming: number; anonymised: number }>(sql`
      select count(*) filter (where p.anonymised_at is null and p.retain_until < ${project.today})::int as due, count(*) filter (where p.anonymised_at is null and p.retain_until >= ${project.today} and p.retain_until <= ${until})::int as upcoming,
        count(*) filter (where p.anonymised_at is not null)::int as anonymised ${known} where p.merged_into_id is null`),
  ]);
  return { rows, due: counted?.due ?? 0, upcoming: counted?.upcoming ?? 0, anonymised: counted?.anonymised ?? 0 };
}

/** How many people are due on a day, over all projects; for the command line. */
export async function countDue(today: string): Promise<number> {
  const [row] = await database().execute<{ n: number }>(sql`select count(*)::int as n from people where anonymised_at is null and merged_into_id is null and retain_until < ${today}`);
  return row?.n ?? 0;
}
