import { reportingPeriods, projects } from '@/db/schema';
import type { Viewer } from '@/lib/access/viewer';
import { runAsSystem, runInProject } from '@/lib/action';
import { saveActivity } from '@/lib/activities/mutations/save';
import { saveActivitySchema } from '@/lib/activities/schema';
import { findViewer } from '@/lib/auth/viewer';
import { newId } from '@/lib/shared/ids';
import type { ProjectRole } from '@/lib/shared/vocabulary';
import { createUser, setMembership } from '@/lib/users/mutations';

/** A project of its own with one period, 2020, that can be closed. */
export async function aProject(): Promise<{ projectId: string; periodId: string }> {
  const [projectId, periodId] = [newId(), newId()];
  const slug = `p-${projectId.slice(-12)}`;
  await runAsSystem('test', async (work) => {
    await work.tx.insert(projects).values({ id: projectId, slug, projectsId: slug, title: 'Test', status: 'active', timeZone: 'Europe/Podgorica' });
    await work.tx.insert(reportingPeriods).values({ id: periodId, projectId, name: '2020', fromDate: '2020-01-01', toDate: '2020-12-31' });
    work.audit.add('projects', projectId, {}, { slug });
  });
  return { projectId, periodId };
}

/** A member of the project in a role; 'admin' and 'stranger' are members of none. */
export async function aViewer(projectId: string, role: ProjectRole | 'admin' | 'stranger'): Promise<Viewer> {
  const id = newId();
  const email = `${role}-${id.slice(-12)}@example.org`;
  await runAsSystem('test', (work) => createUser(work, { id, email, name: role, isAdmin: role === 'admin', password: null }));
  if (role !== 'admin' && role !== 'stranger') await runInProject({ label: 'test', projectId, actor: null }, (work) => setMembership(work, { email, role }));
  const viewer = await findViewer({ sub: id, epoch: 1, sid: newId() });
  if (!viewer) throw new Error('no such viewer');
  return viewer;
}

/** A draft training of 12 May 2020, made by the actor. */
export async function aTraining(projectId: string, actor: Viewer): Promise<string> {
  const input = saveActivitySchema.parse({
    projectId, id: newId(), version: null, kind: 'training', title: 'Interviewing', outputIds: [], actualStart: '2020-05-12', implementation: 'completed',
    sessions: [], participants: [], headcounts: [], waivers: [], detail: { topics: [] },
  });
  return (await runInProject({ label: 'test', projectId, actor }, (work) => saveActivity(work, input))).id;
}
