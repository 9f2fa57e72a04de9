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
import { attachEvidence } from '../mutations';
import { attachEvidenceSchema, type EvidenceForm, evidenceFormSchema } from '../schema';

// Not 'use server': only the upload below calls it, because a browser must not say which stored file it means.
const attach = defineAction({ name: 'evidence.attach', permission: 'records.write', schema: attachEvidenceSchema, creates: true, run: attachEvidence });

const refusal = (reason: string, field: string, params?: Record<string, string | number>): ActionFailure => ({ ok: false, reason, params, fieldErrors: { [field]: reason } });

/** Takes the posted form of an upload: checks the file by its bytes, stores it, and attaches it through the action. For POST /api/files. */
export async function attachUpload(form: FormData): Promise<ActionResult> {
  const { file, ...fields } = Object.fromEntries(form.entries());
  if (!(file instanceof File)) return refusal('fileRequired', 'file');
  if (file.size === 0) return refusal('fileEmpty', 'file');
  if (file.size > maxBytes()) return tooLarge();
  const parsed = evidenceFormSchema.safeParse({ ...fields, fileName: file.name || 'file' });
  if (!parsed.success) return { ok: false, reason: 'invalid', fieldErrors: flattenZodIssues(parsed.error) };
  return keep(parsed.data, new Uint8Array(await file.arrayBuffer()));
}

/** The refusal of a file over the limit, with the limit in MB. */
export const tooLarge = (): ActionFailure => refusal('fileTooLarge', 'file', { n: maxBytes() / 1_000_000 });

async function keep(fields: EvidenceForm, bytes: Uint8Array): Promise<ActionResult> {
  const viewer = await getViewer();
  const type = await typeOf(bytes);
  if (!type) return refusal('fileType', 'file');
  // Nothing reaches the disk for somebody who may not write here; the action below gives them the refusal itself.
  const mayStore = viewer !== null && may(rolesIn(viewer, fields.projectId), 'records.write');
  const stored = mayStore ? await fileStore().put(bytes) : { sha256: '0'.repeat(64), size: bytes.byteLength };
  return attach({ ...fields, fileName: plainName(fields.fileName, type.extension), file: { ...stored, mediaType: type.mediaType } });
}
