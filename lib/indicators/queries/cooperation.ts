import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn, seesOnlyAggregates } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { CooperationKind, CooperationLevel } from '@/lib/shared/vocabulary';
import type { PairRow } from '../rules/cooperation';

/**
 * The stored pairs of a project at some levels. Who reads figures only (a donor) gets how often institutions came together, never how many people that
 * was, and nothing of restricted meetings and items (DOMAIN §5). Empty for others.
 */
export async function cooperationPairRows(viewer: Viewer, projectId: string, levels: CooperationLevel[]): Promise<PairRow[]> {
  const roles = rolesIn(viewer, projectId);
  if (!may(roles, 'figures.read')) return [];
  const aggregates = seesOnlyAggregates(roles);
  // Plain rows as the driver gives them: a project of many institutions has thousands, and mapping them again took as long as reading them.
  return database().execute<PairRow>(sql`
    select level, period_id as "periodId", kind, a, b, restricted, events, ${aggregates ? sql`0 as people, 0 as women` : sql`people, women`}
    from cooperation_pairs where project_id = ${projectId} and level in ${levels} ${aggregates ? sql`and not restricted` : sql``}`);
}

/** Of `whole` the part that holds: action points done on time of those due, people present of those expected. */
export type InstitutionShare = { institutionId: string | null; part: number; whole: number };
export type InstitutionShares = { asOf: string | null; onTime: InstitutionShare[]; participation: InstitutionShare[] };

/**
 * By institution as the figures hold them, in one period or over all, with the day they hold for: action points on time (DOMAIN §2.10), and the people
 * present of those expected at meetings. Who reads figures only gets neither: numbers of people may be small, and some points were agreed where it is restricted (DOMAIN §5).
 */
export async function institutionShares(viewer: Viewer, projectId: string, periodId: string | null): Promise<InstitutionShares> {
  const roles = rolesIn(viewer, projectId);
  if (!may(roles, 'figures.read')) return { asOf: null, onTime: [], participation: [] };
  const shares = (measure: string) => sql`(select coalesce(json_agg(c), '[]') from (
      select institution_id as "institutionId", sum(numerator)::float8 as part, sum(coalesce(denominator, 0))::float8 as whole from rollup_cells
      where project_id = s.project_id and measure = ${measure} and indicator_id is null and scope = ${periodId ? 'period' : 'cumulative'} and period_id is not distinct from ${periodId}::uuid group by 1) c)`;
  const own = (measure: string) => (seesOnlyAggregates(roles) ? sql`'[]'::json` : shares(measure));
  const [found] = await database().execute<{ asOf: string; onTime: InstitutionShare[]; participation: InstitutionShare[] }>(sql`
    select s.as_of as "asOf", ${own('actionPoints.onTime.share')} as "onTime", ${own('meetings.participation.share')} as participation
    from rollup_states s where s.project_id = ${projectId}`);
  return found ?? { asOf: null, onTime: [], participation: [] };
}

/** Institutions of the one side and of the other; the same twice: one institution alone. */
export type Sides = { a: string[]; b: string[] };
export type SharedRecord = { kind: CooperationKind; id: string; reference: string; title: string; date: string };
const shownRecords = 100;

/** The records behind a pair, the latest first: activities at which both had somebody present, and action points of one agreed where the other was. */
export async function sharedRecords(viewer: Viewer, project: { id: string; today: string }, { a, b }: Sides, kinds: CooperationKind[], period: { from: string; to: string } | null): Promise<SharedRecord[]> {
  if (!may(rolesIn(viewer, project.id), 'records.read') || a.length === 0 || b.length === 0) return [];
  const present = (ids: string[]) => sql`(exists (select from participants r join attendance t on t.participant_id = r.id where r.activity_id = c.id and r.institution_id in ${ids})
    or exists (select from headcounts h where h.activity_id = c.id and h.institution_id in ${ids}))`;
  return database().execute<SharedRecord>(sql`
    with counted as (
      select id, kind, reference, title, on_date from activities where project_id = ${project.id} and review_state = 'approved' and implementation = 'completed' and on_date <= ${project.today}
        and kind in ('meeting', 'training') and on_date between coalesce(${period?.from ?? null}::date, '-infinity') and coalesce(${period?.to ?? null}::date, 'infinity')
    )
    select c.kind, c.id, c.reference, c.title, c.on_date as date from counted c where c.kind in ${kinds} and ${present(a)} and ${present(b)}
    union all
    select 'actionPoint', p.id, c.reference, p.text, c.on_date from action_points p join counted c on c.id = p.activity_id
    where ${kinds.includes('actionPoint')} and p.first_due_date is not null and p.status <> 'dropped'
      and ((p.institution_id in ${a} and (p.institution_id in ${b} or ${present(b)})) or (p.institution_id in ${b} and ${present(a)}))
    order by 5 desc, 1, 2 limit ${shownRecords}`);
}

export type SummaryPair = { a: string; b: string; aName: string; bName: string; meeting: number; training: number; actionPoint: number };
/** Listed units that had anything in common with another one, the pairs of them, and the pairs with the most; `meeting` … are events of a pair: added up over pairs an event would count once for each. */
export type CooperationSummary = { units: number; pairs: number; top: SummaryPair[] };
export const summaryPairs = 5;

/** Who works with whom in short, from the stored pairs. Nothing of restricted meetings for who reads figures only (DOMAIN §5). */
export async function cooperationSummary(viewer: Viewer, projectId: string, language: string): Promise<CooperationSummary> {
  const roles = rolesIn(viewer, projectId);
  if (!may(roles, 'figures.read')) return { units: 0, pairs: 0, top: [] };
  const name = (id: 'a' | 'b') => sql`coalesce((select n.name from institution_names n where n.institution_id = t.${sql.raw(id)}::uuid and n.valid_to is null order by n.language = ${language} desc, n.language = 'en' desc limit 1), '')`;
  const [row] = await database().execute<CooperationSummary>(sql`
    with pairs as materialized (
      select a, b, coalesce(sum(events) filter (where kind = 'meeting'), 0)::int as meeting, coalesce(sum(events) filter (where kind = 'training'), 0)::int as training, coalesce(sum(events) filter (where kind = 'actionPoint'), 0)::int as "actionPoint"
      from cooperation_pairs where project_id = ${projectId} and level = 'unit' and a <> b ${seesOnlyAggregates(roles) ? sql`and not restricted` : sql``} group by 1, 2
    )
    select (select count(*)::int from (select a from pairs union select b from pairs) u) as units, (select count(*)::int from pairs) as pairs,
      (select coalesce(json_agg(json_build_object('a', t.a, 'b', t.b, 'aName', ${name('a')}, 'bName', ${name('b')}, 'meeting', t.meeting, 'training', t.training, 'actionPoint', t."actionPoint")), '[]')
        from (select * from pairs order by meeting + training + "actionPoint" desc, meeting desc, a, b limit ${summaryPairs}) t) as top`);
  return row ?? { units: 0, pairs: 0, top: [] };
}
