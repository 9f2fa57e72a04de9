import { sql } from 'drizzle-orm';
import { database } from '@/db/client';

// Each figure once more, in plain SQL written from DOMAIN §2 and not from the counting module.
const approved = `select * from activities where review_state = 'approved' and implementation = 'completed'`;
const present = `select p.*, a.kind, a.on_date, x.sex, (select count(*) from attendance t where t.participant_id = p.id) as sessions_present, (select count(*) from sessions s where s.activity_id = a.id) as sessions
  from participants p join (${approved}) a on a.id = p.activity_id join people x on x.id = p.person_id`;
const trained = `select * from (${present}) q where kind = 'training' and role = 'trainee' and sessions > 0 and sessions_present >= 0.8 * sessions`;
const items = `select e.*, a.on_date from equipment_items e join (${approved}) a on a.id = e.activity_id where exists (select 1 from evidence v where v.activity_id = a.id and v.kind = 'certificate' and v.removed_at is null)`;
const implementers = `with recursive own as (select institution_id as id from project_institutions where role = 'implementer' union select i.id from own o join institutions i on i.parent_id = o.id) select id from own`;
// Whom somebody present stands for: the nearest listed counterpart above, else the top of the tree.
const standIn = `(with recursive up as (select i.id, i.parent_id, 0 as step from institutions i where i.id = q.institution_id union all select i.id, i.parent_id, u.step + 1 from up u join institutions i on i.id = u.parent_id)
  select coalesce((select u.id from up u join project_institutions l on l.institution_id = u.id and l.role = 'counterpart' order by u.step limit 1), (select u.id from up u order by u.step desc limit 1)))`;
const countries = (activity: string) => `(select count(distinct i.country) from (${present}) q join institutions i on i.id = q.institution_id where q.activity_id = ${activity} and q.sessions_present > 0 and q.institution_id not in (${implementers}))`;
const inMeetings = (more: string) => `select distinct person_id from (${present}) q where kind = 'meeting' and sessions_present > 0 ${more}`;

// Each person at their first training; the post of that day, months later, in the unit of then or below it.
function stillInPost(months: number): string {
  return `with recursive below as (select id as top, id from institutions union all select b.top, i.id from below b join institutions i on i.parent_id = b.id),
    first as (select distinct on (person_id) person_id, institution_id, (on_date + interval '${months} months')::date as day from (${trained}) t order by person_id, on_date, activity_id)
    select count(*) filter (where exists (select 1 from person_posts h join below b on b.id = h.institution_id and b.top = f.institution_id
      where h.person_id = f.person_id and coalesce(h.from_date, '-infinity') <= f.day and coalesce(h.to_date, 'infinity') >= f.day)) n, count(*) d
    from first f where f.day <= (select max(as_of) from rollup_states) and f.institution_id is not null and exists (select 1 from person_posts h where h.person_id = f.person_id)`;
}

/** Measure → SQL that gives numerator n and, for shares, denominator d. */
export const recounts: Record<string, string> = {
  'trainings.delivered': `select count(*) n from (${approved}) a where kind = 'training'`,
  'people.uniqueTrained': `select count(distinct person_id) n from (${trained}) t`,
  'people.participations': `select count(*) n from (${trained}) t`,
  'people.attendances': `select sum(sessions_present) n from (${present}) q where kind = 'training' and role = 'trainee'`,
  'people.womenTrained.share': `select count(distinct person_id) filter (where sex = 'female') n, count(distinct person_id) d from (${trained}) t`,
  'people.unnamed': `select coalesce(sum(h.count), 0) n from headcounts h join (${approved}) a on a.id = h.activity_id and a.kind = 'training'`,
  'people.uniqueInMeetings': `select count(*) n from (${inMeetings('')}) q`,
  'people.inPostAt6.share': stillInPost(6),
  'people.inPostAt12.share': stillInPost(12),
  'scores.gained20.share': `select count(*) filter (where post_score - pre_score >= 20) n, count(*) d from (${trained}) t where pre_score is not null and post_score is not null`,
  'meetings.held': `select count(*) n from (${approved}) a where kind = 'meeting'`,
  'meetings.regional': `select count(*) n from (${approved}) a where kind = 'meeting' and ${countries('a.id')} >= 2`,
  'institutions.takingPart': `select count(distinct ${standIn}) n from (${present}) q where q.kind in ('meeting', 'training') and q.sessions_present > 0 and q.institution_id not in (${implementers})`,
  'equipment.handedOver': `select sum(quantity) n from (${items}) e`,
  'equipment.valueHandedOver': `select sum(round(value * usd_rate, 2)) n from (${items}) e`,
  'equipment.inUse.share': `select sum(e.quantity) filter (where c.in_use) n, sum(e.quantity) d from (${items}) e join lateral (select in_use from end_use_checks k where k.item_id = e.id order by checked_on desc, recorded_at desc limit 1) c on true`,
  'actionPoints.daysToClose.average': `select sum(p.done_on - a.on_date) n, count(*) d from action_points p join (${approved}) a on a.id = p.activity_id where p.status in ('done', 'verified') and p.done_on <= current_date`,
  'actionPoints.onTime.share': `select count(*) filter (where p.done_on <= p.first_due_date) n, count(*) d from action_points p join (${approved}) a on a.id = p.activity_id where p.status <> 'dropped' and p.first_due_date <= current_date`,
  'meetings.participation.share': `with row as (select q.activity_id, q.institution_id, count(*) as named, count(*) filter (where q.sessions_present > 0) as here from (${present}) q where q.kind = 'meeting' group by 1, 2),
    every as (select activity_id, institution_id from row union select e.activity_id, e.institution_id from expected_attendance e join (${approved}) a on a.id = e.activity_id)
    select sum(coalesce(r.here, 0)) n, sum(greatest(coalesce(e.count, 0), coalesce(r.named, 0))) d from every v left join row r on r.activity_id = v.activity_id and r.institution_id = v.institution_id
    left join expected_attendance e on e.activity_id = v.activity_id and e.institution_id = v.institution_id where v.institution_id not in (${implementers})`,
  'decisions.implemented.share': `select count(*) filter (where d.state = 'implemented') n, count(*) d from decisions d join (${approved}) a on a.id = d.activity_id where d.state <> 'dropped'`,
  'followUp.applied.share': `select count(*) filter (where f.applied and f.supervisor_confirmed) n, count(*) d from follow_ups f join (${approved}) a on a.id = f.activity_id where f.answered_on is not null`,
};

export type Counted = { n: number; d: number | null };

export async function recount(measure: string): Promise<Counted> {
  const [row] = await database().execute<{ n: string; d?: string }>(sql.raw(recounts[measure] ?? ''));
  return { n: Number(row?.n ?? 0), d: row?.d === undefined ? null : Number(row.d) };
}

/** What the app shows: the roll-up of a measure over the whole project. */
export async function shown(measure: string): Promise<Counted> {
  const [row] = await database().execute<{ n: number; d: number | null }>(
    sql`select coalesce(sum(numerator), 0)::float8 n, sum(denominator)::float8 d from rollup_cells where measure = ${measure} and indicator_id is null and scope = 'cumulative'`,
  );
  return { n: row?.n ?? 0, d: row?.d ?? null };
}

const fingerprints = {
  cells: sql`select c.measure, i.code, c.scope, p.name as period, n.name as institution, c.sex, c.restatement, c.numerator, c.denominator from rollup_cells c left join indicators i on i.id = c.indicator_id
    left join reporting_periods p on p.id = c.period_id left join institution_names n on n.institution_id = c.institution_id and n.language = 'en' order by 1, 2, 3, 4, 5, 6, 7`,
  activities: sql`select id, reference, title, on_date, review_state, implementation, version from activities order by reference`,
  posts: sql`select person_id, institution_id, post, from_date, to_date from person_posts order by person_id, from_date nulls first`,
  people: sql`select id, retain_until, given_name, family_name, sex, birth_year from people order by id`,
  evidence: sql`select id, sha256, file_name from evidence order by id`,
  points: sql`select number, text, status, due_date, first_due_date, done_on from action_points order by number`,
  items: sql`select asset_tag, description, serial_number, quantity, value_usd from equipment_items order by asset_tag`,
  readings: sql`select value, review_state from readings order by id`,
  reports: sql`select sha256, verification_code from report_versions`,
  audit: sql`select at, action, count(*) from audit_log group by 1, 2 order by 1, 2`,
};

/** Everything that must be the same on every run. */
export async function fingerprint(): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [name, query] of Object.entries(fingerprints)) found[name] = JSON.parse(JSON.stringify(await database().execute(query)));
  return found;
}
