import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '@/db/client';
import type { CountingFacts } from '../rules/facts';

type Json = Omit<CountingFacts, 'today' | 'threshold'> & { threshold: number };

/** The end of a day where the project is, as a moment. */
export const endOfDay = (day: string, timeZone: string): SQL => sql`((${day}::date + 1)::timestamp at time zone ${timeZone})`;

/** The last step of review of the record `a` before a moment, whatever happened to it later; null: none. */
const stepBy = (moment: SQL): SQL => sql`(select s.step from reviews s where s.activity_id = a.id and s.at < ${moment} order by s.at desc, s.id desc limit 1)`;

/** Was the record `a` approved at a moment, as its steps of review say? */
export const approvedBy = (moment: SQL): SQL => sql`${stepBy(moment)} = 'approved'`;

/** Why a record does not count by a day, as the rules know it; null: it counts. */
const standingOn = (today: string) => sql`case when a.implementation <> 'completed' then a.implementation when a.review_state <> 'approved' then a.review_state
  when a.on_date is null then 'undated' when a.on_date > ${today} then 'later' end`;

/** Why a record did not count on a day of the past, as far as that is known: where its review stood then, with what it says now; null: it counted. */
const standingThen = (today: string, moment: SQL) => sql`case
  when ${approvedBy(moment)} then case when a.implementation <> 'completed' then a.implementation when a.on_date is null then 'undated' when a.on_date > ${today} then 'later' end
  when a.on_date > ${today} then 'later'
  when ${stepBy(moment)} is null and a.created_at >= ${moment} then 'recordedLater'
  when a.implementation <> 'completed' then a.implementation
  else coalesce(${stepBy(moment)}, 'draft') end`;

/** The attendance threshold of the project at a moment: before the first change of it that the trail tells of since, or as it stands. */
const thresholdBy = (projectId: string, moment: SQL) => sql`coalesce((select (l.changes->'attendanceThreshold'->>0)::float8 from audit_log l
  where l.entity_id = ${projectId} and l.entity = 'projects' and l.at >= ${moment} and jsonb_exists(l.changes, 'attendanceThreshold') order by l.seq limit 1), attendance_threshold::float8)`;

/**
 * Everything the counting needs of one project, in one statement: approved records of completed activities only (DOMAIN §2.5). Attendance is condensed
 * to sessions present per participant in SQL; who counts is decided by the rules alone. For an explanation ('all') the records that do not count come
 * along, each with its standing, items without a hand-over and action points without a date: they change no figure. `known`: only what had been
 * approved, checked and closed before that moment, by the threshold of then, so that a day of the past counts what was known then.
 */
export async function loadFacts(reader: Reader, projectId: string, today: string, reach: 'counted' | 'all' = 'counted', known: SQL | null = null): Promise<CountingFacts> {
  const approved = known ? approvedBy(known) : sql`a.review_state = 'approved'`;
  const by = (column: SQL) => (known ? sql`and ${column} < ${known}` : sql``);
  const all = sql.raw(String(reach === 'all'));
  const standing = !known ? standingOn(today) : reach === 'all' ? standingThen(today, known) : sql`null::text`;
  const [row] = await reader.execute<{ facts: Json }>(sql`
    with counted as materialized (
      select a.id, a.kind, a.on_date, a.place_id, ${standing} as standing from activities a
      where a.project_id = ${projectId} and (${all} or ${approved} and a.implementation = 'completed' and a.on_date <= ${today})
    ), present as materialized (
      select t.participant_id, count(*)::int as sessions from attendance t where t.activity_id in (select id from counted) group by 1
    )
    select json_build_object(
      'threshold', (select ${known ? thresholdBy(projectId, known) : sql`attendance_threshold::float8`} from projects where id = ${projectId}),
      'periods', (select coalesce(json_agg(json_build_object('id', p.id, 'from', p.from_date, 'to', p.to_date, 'closed', p.frozen_at is not null ${by(sql`p.frozen_at`)}) order by p.from_date), '[]')
        from reporting_periods p where p.project_id = ${projectId}),
      'institutions', (select coalesce(json_agg(json_build_object('id', i.id, 'parentId', i.parent_id, 'country', i.country)), '[]') from institutions i),
      'counterpartIds', (select coalesce(json_agg(institution_id), '[]') from project_institutions where project_id = ${projectId} and role = 'counterpart'),
      'implementerIds', (select coalesce(json_agg(institution_id), '[]') from project_institutions where project_id = ${projectId} and role = 'implementer'),
      'activities', (select coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'type', coalesce(t.type, m.type), 'endDate', coalesce(c.on_date::text, ''), 'standing', c.standing, 'restricted', coalesce(m.restricted, false), 'placeId', c.place_id,
          'outputIds', (select coalesce(json_agg(o.result_id), '[]') from activity_outputs o where o.activity_id = c.id),
          'topics', (select coalesce(json_agg(tt.topic), '[]') from training_topics tt where tt.activity_id = c.id),
          'sessions', (select count(*) from sessions s where s.activity_id = c.id)) order by c.on_date, c.id), '[]')
        from counted c left join trainings t on t.activity_id = c.id left join meetings m on m.activity_id = c.id),
      'participants', (select coalesce(json_agg(json_build_object('activityId', r.activity_id, 'personId', r.person_id, 'role', r.role, 'institutionId', r.institution_id,
          'sex', p.sex, 'birthYear', p.birth_year, 'sessionsPresent', coalesce(x.sessions, 0), 'preScore', r.pre_score::float8, 'postScore', r.post_score::float8)), '[]')
        from participants r join counted c on c.id = r.activity_id join people p on p.id = r.person_id left join present x on x.participant_id = r.id),
      'headcounts', (select coalesce(json_agg(json_build_object('activityId', h.activity_id, 'institutionId', h.institution_id, 'sex', h.sex, 'count', h.count)), '[]')
        from headcounts h join counted c on c.id = h.activity_id),
      'items', (select coalesce(json_agg(json_build_object('id', e.id, 'activityId', e.activity_id, 'recipientInstitutionId', h.recipient_institution_id, 'quantity', e.handed_quantity,
          'valueUsd', e.handed_value_usd::float8, 'signed', exists (select from signed_hand_overs v where v.activity_id = e.activity_id))), '[]')
        from equipment_items e left join counted c on c.id = e.activity_id left join hand_overs h on h.activity_id = c.id where e.project_id = ${projectId} and (${all} or c.id is not null)),
      'checks', (select coalesce(json_agg(json_build_object('itemId', k.item_id, 'checkedOn', k.checked_on, 'inUse', k.in_use, 'condition', k.condition) order by k.checked_on, k.recorded_at, k.id), '[]')
        from end_use_checks k join equipment_items e on e.id = k.item_id join counted c on c.id = e.activity_id where k.checked_on <= ${today} ${by(sql`k.recorded_at`)}),
      'actionPoints', (select coalesce(json_agg(json_build_object('id', a.id, 'activityId', a.activity_id, 'institutionId', a.institution_id, 'firstDueDate', a.first_due_date,
          'doneOn', case when a.done_on <= ${today} then a.done_on end, 'dropped', a.status = 'dropped', 'restricted', coalesce(g.restricted, false))), '[]')
        from action_points a left join counted c on c.id = a.activity_id left join agenda_items g on g.id = a.agenda_item_id where a.project_id = ${projectId} and (${all} or a.first_due_date is not null) and (a.activity_id is null or c.id is not null)),
      'expected', (select coalesce(json_agg(json_build_object('activityId', e.activity_id, 'institutionId', e.institution_id, 'count', e.count)), '[]')
        from expected_attendance e join counted c on c.id = e.activity_id),
      'decisions', (select coalesce(json_agg(json_build_object('id', d.id, 'activityId', d.activity_id, 'implementedOn', case when d.state = 'implemented' and d.settled_on <= ${today} then d.settled_on end,
          'droppedOn', case when d.state = 'dropped' and d.settled_on <= ${today} then d.settled_on end)), '[]')
        from decisions d join counted c on c.id = d.activity_id),
      'followUps', (select coalesce(json_agg(json_build_object('activityId', f.activity_id, 'personId', r.person_id, 'institutionId', r.institution_id, 'sex', p.sex, 'dueOn', f.due_on,
          'answeredOn', f.answered_on, 'applied', f.applied, 'supervisorConfirmed', f.supervisor_confirmed)), '[]')
        from follow_ups f join counted c on c.id = f.activity_id join participants r on r.id = f.participant_id join people p on p.id = r.person_id),
      'posts', (select coalesce(json_agg(json_build_object('personId', h.person_id, 'institutionId', h.institution_id, 'from', h.from_date, 'to', h.to_date)), '[]')
        from person_posts h where h.person_id in (select r.person_id from participants r join counted c on c.id = r.activity_id and c.kind = 'training' where r.role = 'trainee'))
    ) as facts`);
  if (!row) throw new Error('project facts are missing');
  return { ...row.facts, today };
}
