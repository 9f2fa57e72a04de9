import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { people, projectPeople } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { notFound } from '@/lib/shared/result';
import type { ExportPersonInput, PersonData } from '../schema/retention';

/**
 * All data held about a person, for the person themselves (DOMAIN §5), with an entry in the trail. Records of projects that the actor may not read are
 * only counted: those projects, or an administrator, export them.
 */
export async function exportPerson(work: ProjectWork, { personId, reason }: ExportPersonInput): Promise<PersonData> {
  const [known] = await work.tx
    .select({ mergedIntoId: people.mergedIntoId, anonymisedAt: people.anonymisedAt })
    .from(people)
    .innerJoin(projectPeople, and(eq(projectPeople.personId, people.id), eq(projectPeople.projectId, work.project.id)))
    .where(eq(people.id, personId));
  if (!known || known.mergedIntoId || known.anonymisedAt) throw notFound();
  const readable = [work.project.id, ...(work.actor?.memberships ?? []).filter(({ role }) => role !== 'donor').map(({ projectId }) => projectId)];
  const scope = work.actor?.isAdmin ? sql`true` : sql`j.id in ${readable}`;
  const list = (query: ReturnType<typeof sql>) => sql`(select coalesce(json_agg(x), '[]') from (${query}) x)`;
  const name = (id: string) => sql.raw(`(select n.name from institution_names n where n.institution_id = ${id} and n.language = 'en' and n.valid_to is null)`);
  const [row] = await work.tx.execute<{ data: Omit<PersonData, 'exportedAt'> }>(sql`
    select json_build_object(
      'person', (select to_json(x) from (select given_name as "givenName", family_name as "familyName", sex, birth_year as "birthYear", rank, email, phone, lawful_basis as "lawfulBasis", consent_on as "consentOn",
        retain_until as "retainUntil", created_at as "createdAt" from people where id = ${personId}) x),
      'posts', ${list(sql`select ${name('h.institution_id')} as institution, post, from_date as "from", to_date as "to" from person_posts h where person_id = ${personId} order by to_date desc nulls first, from_date desc nulls last`)},
      'activities', ${list(sql`select j.projects_id as project, a.reference, a.kind, a.title, a.on_date as date, r.role, ${name('r.institution_id')} as institution, r.post,
        (select count(*) from attendance t where t.participant_id = r.id) as "sessionsPresent", (select count(*) from sessions s where s.activity_id = a.id) as sessions, r.pre_score::float8 as "preScore", r.post_score::float8 as "postScore"
        from participants r join activities a on a.id = r.activity_id join projects j on j.id = a.project_id where r.person_id = ${personId} and ${scope} order by a.on_date, a.id`)},
      'actionPoints', ${list(sql`select j.projects_id as project, q.number, q.text, q.due_date as "dueDate", q.status from action_points q join projects j on j.id = q.project_id where q.person_id = ${personId} and ${scope} order by q.number`)},
      'followUps', ${list(sql`select a.reference, f.due_on as "dueOn", f.answered_on as "answeredOn", f.applied, f.supervisor_confirmed as "supervisorConfirmed", f.supervisor_email as "supervisorEmail", f.note
        from follow_ups f join participants r on r.id = f.participant_id join activities a on a.id = r.activity_id join projects j on j.id = a.project_id where r.person_id = ${personId} and ${scope} order by f.due_on`)},
      'certificates', ${list(sql`select j.projects_id as project, a.reference, c.number, c.course as title, c.held_from as "from", c.held_to as "to", c.hours::float8 as hours, c.issued_at as "issuedAt", v.at as "revokedAt", v.reason as "revokedReason"
        from certificates c join activities a on a.id = c.activity_id join projects j on j.id = c.project_id left join certificate_revocations v on v.certificate_id = c.id where c.person_id = ${personId} and ${scope} order by c.issued_at, c.id`)},
      'equipment', ${list(sql`select j.projects_id as project, i.asset_tag as "assetTag", i.description, i.serial_number as "serialNumber", u.kind as "moveKind", u.quantity, u.remaining, u.since as "from", u.due_back as "dueBack", ${name('u.institution_id')} as institution, u.reason as note
        from custody u join equipment_items i on i.id = u.item_id join projects j on j.id = u.project_id where u.person_id = ${personId} and ${scope} order by u.since, u.id`)},
      'mergedRecords', ${list(sql`select given_name as "givenName", family_name as "familyName" from people where merged_into_id = ${personId} and anonymised_at is null`)},
      'changes', ${list(sql`select l.at, l.action, array(select k from jsonb_object_keys(l.changes) k order by k) as fields from audit_log l join projects j on j.id = l.chain where l.entity_id = ${personId} and ${scope} order by l.at`)},
      'elsewhere', (select count(*) from participants r join activities a on a.id = r.activity_id join projects j on j.id = a.project_id where r.person_id = ${personId} and not (${scope}))
    ) as data`);
  if (!row) throw notFound();
  work.audit.add('people', personId, {}, {}, reason);
  return { exportedAt: work.now.toISOString(), ...row.data };
}
