import 'server-only';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { database } from '@/db/client';
import { activities, evidence, readingFiles, readings, users } from '@/db/schema';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { EvidenceKind } from '@/lib/shared/vocabulary';

export type EvidenceView = { id: string; kind: EvidenceKind; fileName: string; mediaType: string; size: number; sha256: string; uploadedAt: Date; uploadedBy: string };

/** The files that prove an activity, oldest first; none for a viewer who may not read the project's records. */
export async function listEvidence(viewer: Viewer, projectId: string, activityId: string): Promise<EvidenceView[]> {
  if (!may(rolesIn(viewer, projectId), 'records.read')) return [];
  const { id, kind, fileName, mediaType, size, sha256, uploadedAt } = evidence;
  return database()
    .select({ id, kind, fileName, mediaType, size, sha256, uploadedAt, uploadedBy: users.name })
    .from(evidence)
    .innerJoin(users, eq(users.id, evidence.uploadedBy))
    .where(and(eq(evidence.projectId, projectId), eq(evidence.activityId, activityId), isNull(evidence.removedAt)))
    .orderBy(asc(uploadedAt), asc(id));
}

export type EvidenceFile = { id: string; fileName: string; mediaType: string; size: number; sha256: string; /** of the record that it proves */ recordVersion: number };

/** One file for whoever may read the records of its project, else null: it does not exist for them (DOMAIN §4). Removed files are gone. */
export async function findEvidenceFile(viewer: Viewer, evidenceId: string): Promise<EvidenceFile | null> {
  const { id, fileName, mediaType, size, sha256 } = evidence;
  const [row] = await database()
    .select({ id, fileName, mediaType, size, sha256, recordVersion: activities.version })
    .from(evidence)
    .innerJoin(activities, eq(activities.id, evidence.activityId))
    .where(and(eq(id, evidenceId), isNull(evidence.removedAt), readable(viewer, evidence.projectId)));
  return row ?? readingFile(viewer, evidenceId);
}

/** The same of a file that proves a reading; its version is the reading's. */
async function readingFile(viewer: Viewer, fileId: string): Promise<EvidenceFile | null> {
  const { id, fileName, mediaType, size, sha256 } = readingFiles;
  const [row] = await database()
    .select({ id, fileName, mediaType, size, sha256, recordVersion: readings.version })
    .from(readingFiles)
    .innerJoin(readings, eq(readings.id, readingFiles.readingId))
    .where(and(eq(id, fileId), isNull(readingFiles.removedAt), readable(viewer, readingFiles.projectId)));
  return row ?? null;
}

const nobody = '00000000-0000-0000-0000-000000000000';
const readable = (viewer: Viewer, projectId: AnyPgColumn) =>
  viewer.isAdmin ? undefined : inArray(projectId, [nobody, ...viewer.memberships.filter(({ role }) => may([role], 'records.read')).map((membership) => membership.projectId)]);
