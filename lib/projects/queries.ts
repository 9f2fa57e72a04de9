import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { database } from '@/db/client';
import { projects, reportingPeriods } from '@/db/schema';
import { may, type Permission, type Role, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { getViewer, requireViewer } from '@/lib/auth/viewer';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import { dateIn } from '@/lib/shared/dates';
import { isSlug } from './rules';

/** The slice of the pool that answers; for `GET /api/health`. */
export async function health(): Promise<{ status: 'ok' | 'error'; database: 'ok' | 'error'; version: string }> {
  const version = '0.1.0';
  const reached = await database()
    .execute(sql`select 1`)
    .then(() => true)
    .catch(() => false);
  return reached ? { status: 'ok', database: 'ok', version } : { status: 'error', database: 'error', version };
}

/** The projects a viewer may see, as a condition: all for an administrator, else those they are a member of, else none. One parameter, however many they are. */
export const visibleProjects = (viewer: Viewer) => (viewer.isAdmin ? sql`true` : sql`${projects.id} = any(string_to_array(${viewer.memberships.map((membership) => membership.projectId).join()}, ',')::uuid[])`);

export type ProjectView = typeof projects.$inferSelect & {
  roles: Role[];
  /** calendar date now in the project's time zone */
  today: string;
  /** may this viewer do that here? */
  may: (permission: Permission) => boolean;
};

type ProjectRow = typeof projects.$inferSelect;

// Read beside the viewer, not after: one journey to the database less on every page. Who may see it is decided below.
async function projectRow(slug: string): Promise<ProjectRow | null> {
  if (!isSlug(slug)) return null; // an address may hold anything, even what a database refuses
  const [project] = await database().select().from(projects).where(eq(projects.slug, slug));
  return project ?? null;
}

function asSeen(viewer: Viewer, project: ProjectRow | null): ProjectView | null {
  const roles = project ? rolesIn(viewer, project.id) : [];
  return project && roles.length > 0 ? { ...project, roles, today: dateIn(project.timeZone, new Date()), may: (permission) => may(roles, permission) } : null;
}

/** The project with this slug as this viewer may see it, or null: what they may not see does not exist (DOMAIN §4). */
export const findProject = async (viewer: Viewer, slug: string): Promise<ProjectView | null> => asSeen(viewer, await projectRow(slug));

/** The viewer and the project that an address asks for, read at once; null for who is not signed in, or may not see it. */
export async function viewerIn(slug: string): Promise<{ viewer: Viewer | null; project: ProjectView | null }> {
  const [viewer, row] = await Promise.all([getViewer(), projectRow(slug)]);
  return { viewer, project: viewer && asSeen(viewer, row) };
}

/** For pages: the signed-in viewer and the project, or sign-in, or 404 where they lack the permission. Once per request. */
export const openProject = cache(async (slug: string, permission: Permission): Promise<{ viewer: Viewer; project: ProjectView }> => {
  const [viewer, row] = await Promise.all([requireViewer(`/projects/${slug}`), projectRow(slug)]);
  const project = asSeen(viewer, row);
  if (!project?.may(permission)) notFound();
  return { viewer, project };
});

export type PeriodView = { id: string; name: string; from: string; to: string; dueDate: string | null; closed: boolean; frozen: boolean };

/** As the settings list it: whoever changes it states the version they saw. */
export type ListedPeriod = PeriodView & { version: number };

/** Reporting periods of a project the viewer may see, in order of time. */
export async function listPeriods(viewer: Viewer, projectId: string): Promise<ListedPeriod[]> {
  if (rolesIn(viewer, projectId).length === 0) return [];
  const rows = await database().select().from(reportingPeriods).where(eq(reportingPeriods.projectId, projectId)).orderBy(asc(reportingPeriods.fromDate));
  return rows.map((row) => ({ id: row.id, name: row.name, from: row.fromDate, to: row.toDate, dueDate: row.dueDate, closed: row.closedAt !== null, frozen: row.frozenAt !== null, version: row.version }));
}

export type ProjectLine = Pick<typeof projects.$inferSelect, 'id' | 'slug' | 'projectsId' | 'title' | 'status' | 'startDate' | 'endDate'> & { members: number };

/** A page of all projects by Projects id, whose id or title holds the text; administrators only. */
export async function listAllProjects(viewer: Viewer, q: string, at: PageAt): Promise<KeysetPage<ProjectLine>> {
  if (!viewer.isAdmin) return { rows: [], before: null, after: null };
  const size = 50;
  const key = readCursor(at.before ?? at.after, 1);
  const from = key ? sql`p.projects_id ${sql.raw(at.before ? '<' : '>')} ${key[0]}` : sql`true`;
  const rows = await database().execute<ProjectLine>(sql`
    select p.id, p.slug, p.projects_id as "projectsId", p.title, p.status, p.start_date as "startDate", p.end_date as "endDate", (select count(*)::int from memberships m where m.project_id = p.id) as members
    from projects p where search_text(p.projects_id || ' ' || p.title) like '%' || search_text(${q.replace(/[\\%_]/g, '\\$&')}) || '%' and ${from}
    order by p.projects_id ${sql.raw(key && at.before ? 'desc' : 'asc')} limit ${size + 1}`);
  return cutPage(rows, size, key ? at : {}, (row) => [row.projectsId]);
}
