import 'server-only';
import { eq } from 'drizzle-orm';
import { projects } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { notFound } from '@/lib/shared/result';
import type { NameLevelsInput } from '../schema';

/** Calls the levels of the matrix by a donor's words; what stands in it stays. Nothing happens where they are called so already. */
export async function nameLevels(work: ProjectWork, { levelTemplate }: NameLevelsInput): Promise<void> {
  const [row] = await work.tx.select({ levelTemplate: projects.levelTemplate }).from(projects).where(eq(projects.id, work.project.id)).for('no key update');
  if (!row) throw notFound();
  if (row.levelTemplate === levelTemplate) return;
  await work.tx.update(projects).set({ levelTemplate }).where(eq(projects.id, work.project.id));
  work.audit.add('projects', work.project.id, { levelTemplate: row.levelTemplate }, { levelTemplate });
}
