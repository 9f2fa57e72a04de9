import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import type { Viewer } from '@/lib/access/viewer';
import { withUnits } from '@/lib/institutions/rules';
import type { ActivityFilters } from './filters';

type Tree = readonly { id: string; parentId: string | null }[];
/** What the filters refer to: results and institutions, as the viewer sees them. */
export type ListScope = { results: readonly { id: string; parentId: string | null; code: string }[]; institutions: Tree };

/** Ids as a list of SQL. */
const ids = (list: Iterable<string>) =>
  sql.join(
    [...list].map((id) => sql`${id}::uuid`),
    sql`, `,
  );

/** Completed or submitted, and some needed evidence is neither there nor waived. */
export const lacksEvidence = sql`exists (select from evidence_gaps g where g.activity_id = a.id and g.asked)`;

/** A training that was held, in which nobody has a score before and one after. */
const lacksScores = sql`a.kind = 'training' and a.implementation = 'completed' and a.review_state <> 'withdrawn'
  and not exists (select from participants r where r.activity_id = a.id and r.pre_score is not null and r.post_score is not null)`;

const under = (nodes: Tree, id: string | undefined) => (id ? ids(withUnits(nodes, id)) : sql`null::uuid`);
const likeText = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The filters as conditions on activities `a`; an output or institution that does not exist matches nothing. */
export function conditions(viewer: Viewer, filters: ActivityFilters, scope: ListScope): SQL[] {
  const places = (id: string) => under(scope.institutions, scope.institutions.find((node) => node.id === id)?.id);
  const made: { [K in keyof ActivityFilters]: (value: NonNullable<ActivityFilters[K]>) => SQL } = {
    kind: (kind) => sql`a.kind = ${kind}`,
    output: (code) =>
      code === '-' ? sql`not exists (select from activity_outputs o where o.activity_id = a.id)` : sql`exists (select from activity_outputs o where o.activity_id = a.id and o.result_id in (${under(scope.results, scope.results.find((result) => result.code === code)?.id)}))`,
    institution: (id) => sql`(exists (select from participants r where r.activity_id = a.id and r.institution_id in (${places(id)}))
      or exists (select from headcounts h where h.activity_id = a.id and h.institution_id in (${places(id)}))
      or exists (select from hand_overs h where h.activity_id = a.id and h.recipient_institution_id in (${places(id)})))`,
    implementation: (state) => sql`a.implementation = ${state}`,
    review: (state) => sql`a.review_state = ${state}`,
    from: (date) => sql`a.on_date >= ${date}`,
    to: (date) => sql`a.on_date <= ${date}`,
    q: (text) => sql`search_text(a.title || ' ' || a.reference) like search_text(${likeText(text)})`,
    place: (name) => sql`a.place_id in (select id from places where name = ${name})`,
    lacks: (what) => (what === 'evidence' ? lacksEvidence : lacksScores),
    stale: () => sql`a.review_state = 'draft' and a.created_at < now() - interval '14 days'`,
    counted: (measure) =>
      sql`exists (select from rollup_records k where k.activity_id = a.id and k.project_id = a.project_id and k.indicator_id is null and k.measure = ${measure} ${filters.period ? sql`and k.period_id = ${filters.period}` : sql``})`,
    period: (id) => (filters.counted ? sql`true` : sql`exists (select from reporting_periods d where d.id = ${id} and d.project_id = a.project_id and a.on_date between d.from_date and d.to_date)`),
    planned: () => sql`a.implementation <> 'cancelled' and a.review_state <> 'withdrawn'`,
    costed: () => sql`a.cost is not null`,
    mine: () => sql`(a.created_by = ${viewer.id} or a.last_edited_by = ${viewer.id})`,
  };
  return (Object.keys(made) as (keyof ActivityFilters)[]).flatMap((name) => {
    const value = filters[name];
    return value === null ? [] : [(made[name] as (value: string) => SQL)(value)];
  });
}
