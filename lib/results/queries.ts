import 'server-only';
import { and, eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { projects, results } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { visibleProjects } from '@/lib/projects/queries';
import type { ResultLevel } from '@/lib/shared/vocabulary';
import { inMatrixOrder } from './rules';

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
