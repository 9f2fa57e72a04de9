import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { projects, results } from '@/db/schema';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { TableRow } from '@/lib/exchange/table';
import { aroundThem } from '@/lib/institutions/rules';
import { visibleProjects } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';
import type { ResultLevel } from '@/lib/shared/vocabulary';
import { type KnownMatrix, type MatrixPlan, planMatrix } from './rules/import';
import { inMatrixOrder } from './rules/matrix';
import type { NamedInstitution } from './rules/named';

export type ResultNode = { id: string; parentId: string | null; level: ResultLevel; code: string; statement: string; assumptions: string | null; position: number; version: number; depth: number };

/** The results of a project in matrix order with their depth; none for a project the viewer may not see. */
export async function resultsMatrix(viewer: Viewer, projectId: string): Promise<ResultNode[]> {
  const { id, parentId, level, code, statement, assumptions, position, version } = results;
  const rows = await database()
    .select({ id, parentId, level, code, statement, assumptions, position, version })
    .from(results)
    .innerJoin(projects, eq(projects.id, results.projectId))
    .where(and(eq(results.projectId, projectId), visibleProjects(viewer)));
  return inMatrixOrder(rows);
}

/** The preview of a results matrix for who plans the project; null for others. */
export async function previewMatrix(viewer: Viewer, project: { id: string }, rows: readonly TableRow[]): Promise<MatrixPlan | null> {
  return may(rolesIn(viewer, project.id), 'plan.write') ? planMatrix(rows, await knownMatrixIn(database(), project.id), newId) : null;
}

/** The matrix as it stands; within a transaction when a file is committed. */
export async function knownMatrixIn(db: Pick<Transaction, 'execute'>, projectId: string): Promise<KnownMatrix> {
  const [row] = await db.execute<Omit<KnownMatrix, 'projectId' | 'institutions'> & { institutions: (Omit<NamedInstitution, 'near'> & { listed: boolean })[] }>(sql`select
    (select coalesce(json_agg(json_build_object('id', r.id, 'parentId', r.parent_id, 'level', r.level, 'code', r.code, 'statement', r.statement) order by r.code), '[]') from results r where r.project_id = ${projectId}) as results,
    (select coalesce(json_agg(json_build_object('resultId', i.result_id, 'statement', i.statement)), '[]') from indicators i where i.project_id = ${projectId}) as indicators,
    (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'from', p.from_date, 'to', p.to_date) order by p.from_date), '[]') from reporting_periods p where p.project_id = ${projectId}) as periods, (select p.end_date from projects p where p.id = ${projectId}) as "projectEnd",
    (select coalesce(json_agg(json_build_object('id', n.id, 'parentId', n.parent_id, 'names', array(select m.name from institution_names m where m.institution_id = n.id union select n.abbreviation where n.abbreviation is not null), 'listed', exists (select from project_institutions l where l.institution_id = n.id and l.project_id = ${projectId}))), '[]') from institutions n) as institutions`);
  return { projectId, results: row?.results ?? [], indicators: row?.indicators ?? [], periods: row?.periods ?? [], projectEnd: row?.projectEnd ?? null, institutions: row ? withNear(row.institutions) : [] };
}

function withNear(institutions: readonly (Omit<NamedInstitution, 'near'> & { listed: boolean })[]): NamedInstitution[] {
  const near = new Set(aroundThem(institutions, institutions.filter(({ listed }) => listed).map(({ id }) => id)).map(({ node }) => node.id));
  return institutions.map(({ listed: _listed, ...one }) => ({ ...one, near: near.has(one.id) }));
}
