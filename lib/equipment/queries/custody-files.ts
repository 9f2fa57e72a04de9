import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { isId } from '@/lib/shared/ids';

export type StoredFile = { fileName: string; mediaType: string; size: number; sha256: string };

/** A file that proves a change of custody, for whoever may read the records of its project, else null. */
export async function findCustodyFile(viewer: Viewer, fileId: string): Promise<StoredFile | null> {
  if (!isId(fileId)) return null;
  const projects = viewer.memberships.filter(({ role }) => may([role], 'records.read')).map(({ projectId }) => projectId);
  const readable = viewer.isAdmin ? sql`true` : projects.length > 0 ? sql`project_id in ${projects}` : sql`false`;
  const [row] = await database().execute<StoredFile>(sql`
    select file_name as "fileName", media_type as "mediaType", size::float8 as size, sha256 from custody_files where id = ${fileId} and ${readable}`);
  return row ?? null;
}
