import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { mayEditActivity } from '@/lib/activities/rules';
import { kindSpecs } from '@/lib/activity-kinds';
import type { Heading } from '@/lib/exchange/columns';
import type { TableRow } from '@/lib/exchange/table';
import { aroundThem } from '@/lib/institutions/rules';
import type { ActivityKind, ReviewState } from '@/lib/shared/vocabulary';
import type { RosterTarget } from '../rules/roster/columns';
import { type InstitutionNames, parseRoster, type RosterValues, type UnknownInstitution } from '../rules/roster/parse';
import { type Contact, type Listed, type PlannedRow, planDigest, planRoster } from '../rules/roster/plan';
import { matchIn, peopleScope } from './matching';

type Reader = Pick<Transaction, 'execute'>;
type Activity = { id: string; reference: string; title: string; kind: ActivityKind; version: number; reviewState: ReviewState; createdBy: string; lastEditedBy: string; sessions: { id: string; date: string | null }[] };
/** A list as it would be taken: each line with what it would do. `heading` null: no line of the file names columns of people. */
export type RosterPlan = { heading: Heading | null; rows: PlannedRow[]; saysAttendance: boolean; digest: string; activity: Activity | null; target: RosterTarget | null; unknownInstitutions: UnknownInstitution[] };

/** The preview of a list for a viewer who records for the project; null where there is nothing for them. `mayCommit`: the record can be edited by them now. */
export async function previewRoster(viewer: Viewer, project: { id: string }, list: { activityId: string | null; rows: TableRow[] }): Promise<(RosterPlan & { mayCommit: boolean }) | null> {
  const roles = rolesIn(viewer, project.id);
  if (!may(roles, 'records.write')) return null;
  const plan = await planIn(database(), viewer, project.id, list);
  return plan && { ...plan, mayCommit: plan.activity === null || mayEditActivity(roles, viewer.id, plan.activity) };
}

export type RosterActivity = { id: string; reference: string; title: string; target: RosterTarget; mayEdit: boolean };

/** An activity that a list of people can be uploaded for; null where it does not exist for the viewer or takes no people. */
export async function rosterActivity(viewer: Viewer, project: { id: string }, reference: string): Promise<RosterActivity | null> {
  const roles = rolesIn(viewer, project.id);
  if (!may(roles, 'records.write')) return null;
  const activity = await findActivity(database(), project.id, sql`a.reference = ${reference}`);
  return activity && { id: activity.id, reference: activity.reference, title: activity.title, target: targetOf(activity), mayEdit: mayEditActivity(roles, viewer.id, activity) };
}

/** Plans a list with what the database holds now; within a transaction when it is committed. Null where the activity is not there or takes no people. */
export async function planIn(db: Reader, actor: Viewer | null, projectId: string, list: { activityId: string | null; rows: TableRow[] }): Promise<RosterPlan | null> {
  const activity = list.activityId === null ? null : await findActivity(db, projectId, sql`a.id = ${list.activityId}`);
  if (list.activityId !== null && !activity) return null;
  const target = activity && targetOf(activity);
  const parsed = parseRoster(list.rows, target, await institutionNames(db, projectId));
  if (!parsed) return { heading: null, rows: [], saysAttendance: false, digest: planDigest([], activity?.version ?? null), activity, target, unknownInstitutions: [] };
  const values = parsed.rows.flatMap((row) => (row.values ? [row.values] : []));
  const [matches, listed] = [await matchesFor(db, peopleScope(actor, projectId), projectId, values), activity && (await listedIn(db, activity.id))];
  const rows = planRoster(parsed, { matches, listed });
  return { heading: parsed.heading, rows, saysAttendance: parsed.saysAttendance, digest: planDigest(rows, activity?.version ?? null), activity, target, unknownInstitutions: parsed.unknownInstitutions };
}

const targetOf = ({ kind, sessions }: Activity): RosterTarget => ({ sessions: kindSpecs[kind].people === 'sessions' ? sessions : [], roles: kindSpecs[kind].roles, scores: kind === 'training' });

async function findActivity(db: Reader, projectId: string, which: SQL): Promise<Activity | null> {
  const [row] = await db.execute<Activity>(sql`
    select a.id, a.reference, a.title, a.kind, a.version, a.review_state as "reviewState", a.created_by as "createdBy", a.last_edited_by as "lastEditedBy",
      coalesce((select json_agg(json_build_object('id', s.id, 'date', s.date) order by s.position) from sessions s where s.activity_id = a.id), '[]') as sessions
    from activities a where a.project_id = ${projectId} and ${which}`);
  return row && kindSpecs[row.kind].people !== 'none' ? row : null;
}

// Units get renamed: a list may still use a name of former days.
async function institutionNames(db: Reader, projectId: string): Promise<InstitutionNames[]> {
  const nodes = await db.execute<{ id: string; parentId: string | null; names: string[]; said: string[]; listed: boolean }>(sql`
    select i.id, i.parent_id as "parentId", exists (select from project_institutions p where p.institution_id = i.id and p.project_id = ${projectId}) as listed,
      array_remove(array_agg(distinct n.name) || i.abbreviation, null) as names,
      array(select s.name from listed_institution_names s where s.institution_id = i.id and s.project_id = ${projectId}) as said
    from institutions i left join institution_names n on n.institution_id = i.id group by i.id`);
  const near = new Set(aroundThem(nodes, nodes.filter((node) => node.listed).map((node) => node.id)).map(({ node }) => node.id));
  return nodes.map(({ id, names, said }) => ({ id, names, said, near: near.has(id) }));
}

async function matchesFor(db: Reader, scope: string[], projectId: string, values: RosterValues[]) {
  const matches = await matchIn(db, scope, values);
  const ids = [...new Set(matches.flatMap((match) => match.candidates.map((person) => person.id)))];
  const rows = await db.execute<Contact & { id: string; inProject: boolean }>(sql`
    select p.id, p.rank, p.email, p.phone, exists (select from project_people k where k.person_id = p.id and k.project_id = ${projectId}) as "inProject"
    from people p where p.id = any(${sql.param(ids)}::uuid[])`);
  const more = new Map(rows.map(({ id, ...row }) => [id, row]));
  const nothing = { rank: null, email: null, phone: null, inProject: false };
  return matches.map((match) => ({ ...match, candidates: match.candidates.map((person) => ({ ...person, ...(more.get(person.id) ?? nothing) })) }));
}

async function listedIn(db: Reader, activityId: string): Promise<Listed[]> {
  return db.execute<Listed>(sql`
    select r.person_id as "personId", r.role, r.institution_id as "institutionId", r.post, r.pre_score::float8 as "preScore", r.post_score::float8 as "postScore",
      coalesce((select array_agg(t.session_id::text order by t.session_id) from attendance t where t.activity_id = r.activity_id and t.participant_id = r.id), '{}') as "sessionIds"
    from participants r where r.activity_id = ${activityId}`);
}

