import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { cutPage, type KeysetPage, type PageAt, readCursor } from '@/lib/shared/cursor';
import type { ProjectRole } from '@/lib/shared/vocabulary';

export type MemberRow = { userId: string; name: string; email: string; role: ProjectRole; disabled: boolean; since: string };

/** Members of a project by role and name, for those who may read its settings. */
export async function listMembers(viewer: Viewer, projectId: string): Promise<MemberRow[]> {
  if (!may(rolesIn(viewer, projectId), 'settings.read')) return [];
  return database().execute<MemberRow>(sql`
    select u.id as "userId", u.name, u.email, m.role, u.disabled_at is not null as disabled, m.since::date::text as since
    from memberships m join users u on u.id = m.user_id where m.project_id = ${projectId}
    order by case m.role when 'manager' then 0 when 'staff' then 1 else 2 end, u.name collate "sr-Latn-x-icu", u.id limit 500`);
}

export type AccountRow = { id: string; name: string; email: string; isAdmin: boolean; disabled: boolean; hasPassword: boolean; projects: { projectsId: string; slug: string; role: ProjectRole }[] };
export const accountStates = ['enabled', 'disabled', 'admin'] as const;
export type AccountFilter = { q: string; state: (typeof accountStates)[number] | null };
const pageSize = 50;

/** A page of all accounts by name with their projects; administrators only. */
export async function listAccounts(viewer: Viewer, { q, state }: AccountFilter, at: PageAt): Promise<KeysetPage<AccountRow>> {
  if (!viewer.isAdmin) return { rows: [], before: null, after: null };
  const key = readCursor(at.before ?? at.after, 2);
  const order = sql`u.name collate "sr-Latn-x-icu"`;
  const from = key ? sql`(${order}, u.id) ${sql.raw(at.before ? '<' : '>')} (${key[0]}, ${key[1]}::uuid)` : sql`true`;
  const words = q.split(/\s+/).filter(Boolean).slice(0, 6).map((word) => sql`search_text(u.name || ' ' || u.email) like '%' || search_text(${word.replace(/[\\%_]/g, '\\$&')}) || '%'`);
  const states = { enabled: sql`u.disabled_at is null`, disabled: sql`u.disabled_at is not null`, admin: sql`u.is_admin` };
  const where = sql.join([from, state ? states[state] : sql`true`, ...words], sql` and `);
  const direction = sql.raw(key && at.before ? 'desc' : 'asc');
  const rows = await database().execute<AccountRow>(sql`
    select u.id, u.name, u.email, u.is_admin as "isAdmin", u.disabled_at is not null as disabled, u.password_hash is not null as "hasPassword",
      coalesce((select json_agg(json_build_object('projectsId', p.projects_id, 'slug', p.slug, 'role', m.role) order by p.projects_id) from memberships m join projects p on p.id = m.project_id where m.user_id = u.id), '[]') as projects
    from users u where ${where} order by ${order} ${direction}, u.id ${direction} limit ${pageSize + 1}`);
  return cutPage(rows, pageSize, key ? at : {}, (row) => [row.name, row.id]);
}
