import 'server-only';
import { sql } from 'drizzle-orm';
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { database } from '@/db/client';
import type { Viewer } from '@/lib/access/viewer';
import { isId } from '@/lib/shared/ids';
import type { ProjectRole } from '@/lib/shared/vocabulary';
import { sessionCookie, sessionSecret } from './options';

type Session = { sub?: string; epoch?: number };

async function readSession(): Promise<Session | null> {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return null;
  return decode({ token, secret: sessionSecret() }).catch(() => null) as Promise<Session | null>;
}

/** The viewer of a session as the database has them now; null when disabled, unknown, or signed in before the sessions were ended. */
export async function findViewer(userId: string, epoch: number): Promise<Viewer | null> {
  const [user] = await database().execute<{ id: string; email: string; name: string; is_admin: boolean; memberships: { projectId: string; role: ProjectRole }[] }>(sql`
    select u.id, u.email, u.name, u.is_admin,
      coalesce((select json_agg(json_build_object('projectId', m.project_id, 'role', m.role)) from memberships m where m.user_id = u.id), '[]'::json) as memberships
    from users u where u.id = ${userId} and u.disabled_at is null and u.session_epoch = ${epoch}`);
  return user ? { id: user.id, email: user.email, name: user.name, isAdmin: user.is_admin, memberships: user.memberships } : null;
}

/** Who makes this request, read from the database once per request; null when nobody is signed in (DESIGN §2). */
export const getViewer = cache(async (): Promise<Viewer | null> => {
  const session = await readSession();
  if (!session || !isId(session.sub) || typeof session.epoch !== 'number') return null;
  return findViewer(session.sub, session.epoch);
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
