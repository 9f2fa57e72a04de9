import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { listedInstitutionNames } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { fold } from '@/lib/exchange/columns';
import { assertInstitutions } from '@/lib/projects/mutations';
import { Refusal } from '@/lib/shared/result';
import type { InstitutionsSaidInput } from '../schema/roster';

/**
 * Remembers which institutions lists of this project mean by names that are none of theirs; said again, the later word holds. Refuses unknown institutions,
 * a name without letters or digits, and one name said twice.
 */
export async function rememberInstitutions(work: ProjectWork, { names }: Omit<InstitutionsSaidInput, 'projectId'>): Promise<void> {
  if (!work.actor) throw new Error('somebody says it');
  await assertInstitutions(work, names.map(({ institutionId }) => institutionId), 'names');
  const rows = names.map(({ name, institutionId }) => ({ projectId: work.project.id, key: fold(name), name, institutionId, saidBy: work.actor?.id ?? '', saidAt: work.now }));
  if (rows.some(({ key }) => key === '') || new Set(rows.map(({ key }) => key)).size < rows.length) throw new Refusal('invalid', { field: 'names' });
  const before = new Map((await work.tx.select().from(listedInstitutionNames).where(eq(listedInstitutionNames.projectId, work.project.id))).map((row) => [row.key, row.institutionId]));
  const changed = rows.filter(({ key, institutionId }) => before.get(key) !== institutionId);
  if (changed.length === 0) return;
  const set = { name: sql`excluded.name`, institutionId: sql`excluded.institution_id`, saidBy: sql`excluded.said_by`, saidAt: sql`excluded.said_at` };
  await work.tx.insert(listedInstitutionNames).values(changed).onConflictDoUpdate({ target: [listedInstitutionNames.projectId, listedInstitutionNames.key], set });
  for (const { key, name, institutionId } of changed) work.audit.add('listed_institution_names', institutionId, { name: null, before: null }, { name, before: before.get(key) ?? null });
}
