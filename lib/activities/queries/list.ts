import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { ActivityKind, ImplementationState, ReviewState } from '@/lib/shared/vocabulary';
import { countNamed, type PresenceGroup } from './counted';
import { conditions, lacksEvidence, type ListScope } from './conditions';
import { type ActivitySearch, type ActivitySort, encodeCursor } from './filters';

export type ActivityRow = {
  id: string;
  reference: string;
  kind: ActivityKind;
  title: string;
  place: string | null;
  /** actual dates, else the planned ones */
  from: string | null;
  to: string | null;
  planned: boolean;
  /** codes of the outputs it serves */
  outputs: string[];
  /** named people on the list, those of them who attended, and unnamed headcount */
  listed: number;
  attended: number;
  unnamed: number;
  /** pieces of equipment, lots by quantity */
  items: number;
  implementation: ImplementationState;
  reviewState: ReviewState;
  lacksEvidence: boolean;
  /** null: not recorded */
  cost: number | null;
  costCurrency: string | null;
  editedBy: string;
  updatedAt: Date;
};
type Amounts = { numerator: number; denominator: number | null };
/** What the records listed add to the figure they were asked for by (`counted`): each, all that the filters leave, and the whole figure, of the project or of the period asked for. */
export type CountedSums = { adds: Record<string, Amounts>; total: Amounts; whole: Amounts };
export type CostTotal = { currency: string; amount: number };
export type ActivityList = {
  rows: ActivityRow[];
  /** null: not asked for by a figure */
  sums: CountedSums | null;
  /** costs of all that the filters leave, each currency by itself; null: not asked for by cost */
  costs: CostTotal[] | null;
  /** counted up to `countCap`; one more means "more than that" */
  total: number;
  next: string | null;
  previous: string | null;
};

export const pageSize = 50;
export const countCap = 1000;

const sortKeys: Record<ActivitySort, SQL> = {
  date: sql`a.on_date`,
  title: sql`lower(a.title) collate "sr-Latn-x-icu"`,
  updated: sql`a.updated_at`,
  reference: sql`a.reference`,
};
const keyText: Record<ActivitySort, SQL> = {
  ...sortKeys,
  date: sql`a.on_date::text`,
  title: sql`lower(a.title)`,
  updated: sql`to_char(a.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
};
const keyType: Record<ActivitySort, SQL> = {
  date: sql`::date`,
  title: sql`::text collate "sr-Latn-x-icu"`,
  updated: sql`::timestamptz`,
  reference: sql`::text`,
};

type Found = Omit<ActivityRow, 'listed' | 'attended' | 'updatedAt'> & { /** milliseconds: the text of a moment takes a hundredth of a millisecond to read, fifty times a page */ updatedAt: number; sessions: number; people: PresenceGroup[]; key: string | null; total: number };

/**
 * One page of the project's activities, as the address asks: filtered, sorted, from a place in the list on. None for a viewer who may not read records.
 * An output or institution that does not exist matches nothing. Dates as text, moments as Date.
 */
export async function listActivities(
  viewer: Viewer,
  project: { id: string; attendanceThreshold: string },
  search: ActivitySearch,
  scope: ListScope,
  size: number = pageSize,
): Promise<ActivityList> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return { rows: [], sums: null, costs: null, total: 0, next: null, previous: null };
  const where = sql.join([sql`a.project_id = ${project.id}`, ...conditions(viewer, search.filters, scope)], sql` and `);
  const found = await page(where, search, size);
  // A place in the list behind which nothing stands any more tells nothing of what stands before it.
  const total = found[0]?.total ?? (search.cursor ? await capped(where) : 0);
  const backwards = search.cursor?.side === 'before';
  const more = found.length > size;
  const rows = backwards ? found.slice(0, size).reverse() : found.slice(0, size);
  const cursor = (row: Found | undefined) => (row ? encodeCursor(search.sort, search.order, row.key, row.id) : null);
  const { counted, period, costed } = search.filters;
  const [sums, costs] = await Promise.all([counted ? countedSums(project.id, { measure: counted, period }, where, rows) : null, costed ? costTotals(where) : null]);
  return {
    rows: rows.map((row) => withPeople(row, Number(project.attendanceThreshold))),
    ...{ sums, costs, total },
    next: more || backwards ? cursor(rows.at(-1)) : null,
    previous: backwards ? (more ? cursor(rows[0]) : null) : search.cursor ? cursor(rows[0]) : null,
  };
}

async function page(where: SQL, search: ActivitySearch, size: number): Promise<Found[]> {
  const { sort, cursor } = search;
  const descending = (search.order === 'desc') !== (cursor?.side === 'before');
  const key = sortKeys[sort];
  const order = descending ? sql`${key} desc nulls first, a.id desc` : sql`${key} asc nulls last, a.id asc`;
  return database().execute<Found>(sql`
    select a.id, a.reference, a.kind, a.title, p.name as place, coalesce(a.actual_start, a.planned_start) as "from", coalesce(a.actual_end, a.planned_end) as "to",
      a.actual_start is null and a.actual_end is null as planned, a.implementation, a.cost::float8 as cost, a.cost_currency as "costCurrency", a.review_state as "reviewState", u.name as "editedBy", (extract(epoch from a.updated_at) * 1000)::float8 as "updatedAt", ${keyText[sort]} as key,
      array(select r.code from activity_outputs o join results r on r.id = o.result_id where o.activity_id = a.id order by r.position, r.code) as outputs,
      (select count(*)::int from sessions s where s.activity_id = a.id) as sessions,
      (select coalesce(sum(h.count), 0)::int from headcounts h where h.activity_id = a.id) as unnamed,
      (select coalesce(sum(e.handed_quantity), 0)::int from equipment_items e where e.activity_id = a.id) as items,
      (select coalesce(json_agg(json_build_object('role', g.role, 'present', g.present, 'people', g.people)), '[]') from (
        select r.role, x.present, count(*)::int as people from participants r
        cross join lateral (select count(*)::int as present from attendance t where t.activity_id = r.activity_id and t.participant_id = r.id) x
        where r.activity_id = a.id group by 1, 2) g) as people,
      ${lacksEvidence} as "lacksEvidence", (${cappedCount(where)}) as total
    from activities a join users u on u.id = a.last_edited_by left join places p on p.id = a.place_id
    where ${where} ${cursor ? sql`and (${beyond(sort, cursor.key, cursor.id, descending)})` : sql``}
    order by ${order} limit ${size + 1}`);
}

/** What lies behind a place in the order; rows without a sort value come first going down and last going up. */
function beyond(sort: ActivitySort, value: string | null, id: string, descending: boolean): SQL {
  const key = sortKeys[sort];
  const than = descending ? sql`<` : sql`>`;
  const reached = value === null ? sql`${key} is null and a.id ${than} ${id}` : sql`(${key}, a.id) ${than} (${value}${keyType[sort]}, ${id}::uuid)`;
  const emptyFollows = descending ? value === null : value !== null;
  return emptyFollows ? sql`(${reached}) or ${key} is ${descending ? sql`not null` : sql`null`}` : reached;
}

const cappedCount = (where: SQL) => sql`select count(*)::int from (select from activities a where ${where} limit ${countCap + 1}) capped`;

async function capped(where: SQL): Promise<number> {
  const [row] = await database().execute<{ total: number }>(sql`select (${cappedCount(where)}) as total`);
  return row?.total ?? 0;
}

async function countedSums(projectId: string, { measure, period }: { measure: string; period: string | null }, where: SQL, rows: readonly { id: string }[]): Promise<CountedSums> {
  const amounts = (n: SQL, d: SQL) => sql`json_build_object('numerator', coalesce(${n}, 0)::float8, 'denominator', ${d}::float8)`;
  const [found] = await database().execute<CountedSums>(sql`
    with k as materialized (select activity_id, sum(numerator) as n, sum(denominator) as d from rollup_records where project_id = ${projectId} and indicator_id is null and measure = ${measure} ${period ? sql`and period_id = ${period}` : sql``} group by 1)
    select (select coalesce(json_object_agg(k.activity_id, ${amounts(sql`k.n`, sql`k.d`)}), '{}') from k where k.activity_id = any(${`{${rows.map(({ id }) => id).join()}}`}::uuid[])) as adds,
      (select ${amounts(sql`sum(k.n)`, sql`sum(k.d)`)} from k join activities a on a.id = k.activity_id where ${where}) as total,
      (select ${amounts(sql`sum(c.numerator)`, sql`sum(c.denominator)`)} from rollup_cells c where c.project_id = ${projectId} and c.indicator_id is null and ${period ? sql`c.scope = 'period' and c.period_id = ${period}` : sql`c.scope = 'cumulative'`} and c.measure = ${measure}) as whole`);
  if (!found) throw new Error('a statement without a row');
  return found;
}

const costTotals = (where: SQL): Promise<CostTotal[]> =>
  database().execute<CostTotal>(sql`select a.cost_currency as currency, sum(a.cost)::float8 as amount from activities a where ${where} group by 1 order by 1`);

// Field by field: copying the rest of an object of twenty fields, fifty times, was a twelfth of a JSON answer.
function withPeople(row: Found, threshold: number): ActivityRow {
  const { listed, attended } = countNamed(row.kind, row.sessions, threshold, row.people);
  const { id, reference, kind, title, place, from, to, planned, outputs, unnamed, items, implementation, reviewState, cost, costCurrency, editedBy } = row;
  return { id, reference, kind, title, place, from, to, planned, implementation, cost, costCurrency, reviewState, editedBy, updatedAt: new Date(row.updatedAt), outputs, unnamed, items, lacksEvidence: row.lacksEvidence, listed, attended };
}

export type ActivityChoices = {
  results: { id: string; parentId: string | null; level: string; code: string; statement: string }[];
  places: string[];
  /** reporting periods in order of time */
  periods: { id: string; name: string }[];
  any: boolean;
};

/** What the filter form offers: the results tree in order, places that the project's activities name, and whether there is any activity at all. */
export async function activityChoices(viewer: Viewer, projectId: string): Promise<ActivityChoices> {
  if (!may(rolesIn(viewer, projectId), 'records.read')) return { results: [], places: [], periods: [], any: false };
  const [row] = await database().execute<ActivityChoices>(sql`select
    (select coalesce(json_agg(json_build_object('id', r.id, 'parentId', r.parent_id, 'level', r.level, 'code', r.code, 'statement', r.statement) order by r.position, r.code), '[]') from results r where r.project_id = ${projectId}) as results,
    array(select distinct p.name from activities a join places p on p.id = a.place_id where a.project_id = ${projectId} order by p.name) as places,
    (select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name) order by d.from_date), '[]') from reporting_periods d where d.project_id = ${projectId}) as periods,
    exists (select from activities a where a.project_id = ${projectId}) as any`);
  return row ?? { results: [], places: [], periods: [], any: false };
}
