import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';

export type MeetingAttendance = { id: string; reference: string; title: string; date: string; institutionIds: string[] };

/**
 * Approved, completed meetings of a project, newest first, with the institutions that were there: of people present and of unnamed headcount, as
 * the inter-institutional measure sees them (DOMAIN §2.9). Empty for who may not read records.
 */
export async function meetingAttendance(viewer: Viewer, project: { id: string; today: string }): Promise<MeetingAttendance[]> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return [];
  return database().execute<MeetingAttendance>(sql`
    select a.id, a.reference, a.title, a.on_date as date,
      coalesce((select json_agg(distinct i.institution_id) from (
        select r.institution_id from participants r where r.activity_id = a.id and r.institution_id is not null
          and exists (select 1 from attendance t where t.activity_id = a.id and t.participant_id = r.id)
        union select h.institution_id from headcounts h where h.activity_id = a.id) i), '[]') as "institutionIds"
    from activities a
    where a.project_id = ${project.id} and a.kind = 'meeting' and a.review_state = 'approved' and a.implementation = 'completed' and a.on_date <= ${project.today}
    order by a.on_date desc, a.id desc`);
}
