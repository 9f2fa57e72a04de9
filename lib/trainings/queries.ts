import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';

export type FollowUpView = {
  id: string;
  /** null: anonymised */
  name: string | null;
  dueOn: string;
  answeredOn: string | null;
  applied: boolean | null;
  supervisorConfirmed: boolean | null;
  note: string | null;
  recordedBy: string | null;
};

/** The follow-ups of a training in the order of its list of participants; none for a viewer who may not read the project's records. */
export async function listFollowUps(viewer: Viewer, projectId: string, activityId: string): Promise<FollowUpView[]> {
  if (!may(rolesIn(viewer, projectId), 'records.read')) return [];
  return database().execute<FollowUpView>(sql`
    select f.id, case when p.anonymised_at is null then p.given_name || ' ' || p.family_name end as name, f.due_on as "dueOn", f.answered_on as "answeredOn", f.applied, f.supervisor_confirmed as "supervisorConfirmed", f.note, u.name as "recordedBy"
    from follow_ups f join activities a on a.id = f.activity_id and a.project_id = ${projectId} and a.kind = 'training'
    join participants r on r.id = f.participant_id join people p on p.id = r.person_id left join users u on u.id = f.recorded_by
    where f.activity_id = ${activityId} order by r.position`);
}
