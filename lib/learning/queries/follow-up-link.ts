import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import type { LinkScope } from '@/lib/links/rules';

/** What the page behind a follow-up link shows. */
export type LinkedFollowUp = {
  training: string;
  from: string | null;
  to: string | null;
  organisation: string | null;
  /** the participant, for their supervisor only; null: anonymised, or the participant's own link */
  name: string | null;
};

/** The follow-up that a link opens; null where its training is not counted at the moment or its person has been anonymised. */
export async function followUpBehind(link: LinkScope): Promise<LinkedFollowUp | null> {
  const named = link.purpose === 'follow_up_supervisor' ? sql`p.given_name || ' ' || p.family_name` : sql`null`;
  const [row] = await database().execute<LinkedFollowUp>(sql`
    select a.title as training, coalesce(a.actual_start, a.planned_start) as "from", a.on_date as "to", j.implementer as organisation, ${named} as name
    from follow_ups f join activities a on a.id = f.activity_id and a.review_state = 'approved' join projects j on j.id = a.project_id
    join participants r on r.id = f.participant_id join people p on p.id = r.person_id and p.anonymised_at is null
    where f.id = ${link.subjectId} and a.project_id = ${link.projectId}`);
  return row ?? null;
}
