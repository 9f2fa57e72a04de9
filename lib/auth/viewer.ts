import 'server-only';
import { sql } from 'drizzle-orm';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { database } from '@/db/client';
import type { Viewer } from '@/lib/access/viewer';
import type { ProjectRole } from '@/lib/shared/vocabulary';
import { readSession, type Session } from './session';

/** The viewer of a session as the database has them now; null when disabled, unknown, signed out of, or signed in before the sessions were ended. */
export async function findViewer({ sub, epoch, sid }: Session): Promise<Viewer | null> {
  const [user] = await database().execute<{ id: string; email: string; name: string; is_admin: boolean; memberships: { projectId: string; role: ProjectRole }[] }>(sql`
    select u.id, u.email, u.name, u.is_admin,
      coalesce((select json_agg(json_build_object('projectId', m.project_id, 'role', m.role)) from memberships m where m.user_id = u.id), '[]'::json) as memberships
    from users u where u.id = ${sub} and u.disabled_at is null and u.session_epoch = ${epoch}
      and not exists (select 1 from ended_sessions e where e.id = ${sid})`);
  return user ? { id: user.id, email: user.email, name: user.name, isAdmin: user.is_admin, memberships: user.memberships } : null;
}

/** Who makes this request, read from the database once per request; null when nobody is signed in (DESIGN §2). */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const session = await readSession();
  return session && findViewer(session);
});

/** The viewer, or the sign-in page. */
export async function requireViewer(next?: string): Promise<Viewer> {
  const viewer = await getViewer();
  if (!viewer) redirect(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in');
  return viewer;
}

/** The viewer when they are an administrator; for anyone else the page does not exist. */
export async function requireAdmin(): Promise<Viewer> {
  const viewer = await requireViewer();
  if (!viewer.isAdmin) notFound();
  return viewer;
}
