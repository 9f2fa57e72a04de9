import 'server-only';
import { may, rolesIn } from '@/lib/access/rules';
import { defineAction } from '@/lib/action';
import { getViewer } from '@/lib/auth/viewer';
import { flattenZodIssues } from '@/lib/shared/issues';
import type { ActionFailure, ActionResult } from '@/lib/shared/result';
import { plainName } from '@/lib/storage/names';
import { fileStore } from '@/lib/storage/store';
import { typeOf } from '@/lib/storage/types';
import { maxBytes } from '@/lib/storage/upload';
import { attachReadingFile } from '@/lib/indicators/mutations/reading-files';
import { attachEvidence } from '../mutations';
import { attachEvidenceSchema, attachReadingFileSchema, evidenceFormSchema, readingFileFormSchema } from '../schema';

// Not 'use server': only the uploads below call them, because a browser must not say which stored file it means.
const attach = defineAction({ name: 'evidence.attach', permission: 'records.write', schema: attachEvidenceSchema, creates: true, run: attachEvidence });
const attachToReading = defineAction({ name: 'readings.attach', permission: 'records.write', schema: attachReadingFileSchema, creates: true, run: attachReadingFile });

const refusal = (reason: string, field: string, params?: Record<string, string | number>): ActionFailure => ({ ok: false, reason, params, fieldErrors: { [field]: reason } });

/** Takes the posted form of an upload: checks the file by its bytes, stores it, and attaches it to the activity or the reading that it names, through their action. For POST /api/files. */
export async function attachUpload(form: FormData): Promise<ActionResult> {
  const { file, ...fields } = Object.fromEntries(form.entries());
  if (!(file instanceof File)) return refusal('fileRequired', 'file');
  if (file.size === 0) return refusal('fileEmpty', 'file');
  if (file.size > maxBytes()) return tooLarge();
  const bytes = async () => new Uint8Array(await file.arrayBuffer());
  const given = { ...fields, fileName: file.name || 'file' };
  const parsed = 'readingId' in fields ? readingFileFormSchema.safeParse(given) : evidenceFormSchema.safeParse(given);
  if (!parsed.success) return { ok: false, reason: 'invalid', fieldErrors: flattenZodIssues(parsed.error) };
  const { data } = parsed;
  return 'readingId' in data ? keep(data, await bytes(), (stored) => attachToReading({ ...data, ...stored })) : keep(data, await bytes(), (stored) => attach({ ...data, ...stored }));
}

/** The refusal of a file over the limit, with the limit in MB. */
export const tooLarge = (): ActionFailure => refusal('fileTooLarge', 'file', { n: maxBytes() / 1_000_000 });

type Stored = { fileName: string; file: { sha256: string; size: number; mediaType: string } };

async function keep(fields: { projectId: string; fileName: string }, bytes: Uint8Array, attached: (stored: Stored) => Promise<ActionResult>): Promise<ActionResult> {
  const viewer = await getViewer();
  const type = await typeOf(bytes);
  if (!type) return refusal('fileType', 'file');
  // Nothing reaches the disk for somebody who may not write here; the action below gives them the refusal itself.
  const mayStore = viewer !== null && may(rolesIn(viewer, fields.projectId), 'records.write');
  const stored = mayStore ? await fileStore().put(bytes) : { sha256: '0'.repeat(64), size: bytes.byteLength };
  return attached({ fileName: plainName(fields.fileName, type.extension), file: { ...stored, mediaType: type.mediaType } });
}
