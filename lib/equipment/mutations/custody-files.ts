import 'server-only';
import { and, eq } from 'drizzle-orm';
import { custody, custodyFiles } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { assertOpen } from '@/lib/projects/mutations';
import { notFound, Refusal } from '@/lib/shared/result';
import type { AttachCustodyFileInput } from '../schema/custody';

/** Attaches a stored file to a change of custody that it proves; it stays. Refuses a closed period and the same file twice. */
export async function attachCustodyFile(work: ProjectWork, { id, custodyId, fileName, file }: AttachCustodyFileInput): Promise<{ id: string }> {
  if (!work.actor) throw new Error('evidence needs somebody who attached it');
  const [row] = await work.tx.select({ since: custody.since }).from(custody).where(and(eq(custody.id, custodyId), eq(custody.projectId, work.project.id)));
  if (!row) throw notFound();
  await assertOpen(work, row.since);
  const [same] = await work.tx.select({ id: custodyFiles.id }).from(custodyFiles).where(and(eq(custodyFiles.custodyId, custodyId), eq(custodyFiles.sha256, file.sha256))).limit(1);
  if (same) throw new Refusal('evidenceTwice', { field: 'file' });
  await work.tx.insert(custodyFiles).values({ id, projectId: work.project.id, custodyId, fileName, ...file, uploadedBy: work.actor.id, uploadedAt: work.now });
  work.audit.add('custody', custodyId, {}, { file: { id, fileName, ...file } });
  return { id };
}
