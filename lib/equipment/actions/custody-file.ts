import 'server-only';
import { may, rolesIn } from '@/lib/access/rules';
import { defineAction } from '@/lib/action';
import { getViewer } from '@/lib/auth/viewer';
import { flattenZodIssues } from '@/lib/shared/issues';
import type { ActionFailure, ActionResult, MessageParams } from '@/lib/shared/result';
import { plainName } from '@/lib/storage/names';
import { fileStore } from '@/lib/storage/store';
import { typeOf } from '@/lib/storage/types';
import { maxBytes } from '@/lib/storage/upload';
import { attachCustodyFile } from '../mutations/custody-files';
import { attachCustodyFileSchema, custodyFileFormSchema } from '../schema/custody';

// Not 'use server': only the upload below calls it, because a browser must not say which stored file it means.
const attach = defineAction({ name: 'equipment.attachFile', permission: 'records.write', schema: attachCustodyFileSchema, creates: true, run: attachCustodyFile });

const refusal = (reason: string, params?: MessageParams): ActionFailure => ({ ok: false, reason, params, fieldErrors: { file: reason } });

/** Takes the posted form of an upload: checks the file by its bytes, stores it, and attaches it through the action. For POST /api/equipment/custody-files. */
export async function attachCustodyUpload(form: FormData): Promise<ActionResult> {
  const { file, ...fields } = Object.fromEntries(form.entries());
  if (!(file instanceof File)) return refusal('fileRequired');
  if (file.size === 0) return refusal('fileEmpty');
  if (file.size > maxBytes()) return refusal('fileTooLarge', { n: maxBytes() / 1_000_000 });
  const parsed = custodyFileFormSchema.safeParse({ ...fields, fileName: file.name || 'file' });
  if (!parsed.success) return { ok: false, reason: 'invalid', fieldErrors: flattenZodIssues(parsed.error) };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [viewer, type] = [await getViewer(), await typeOf(bytes)];
  if (!type) return refusal('fileType');
  // Nothing reaches the disk for somebody who may not write here; the action gives them the refusal itself.
  const mayStore = viewer !== null && may(rolesIn(viewer, parsed.data.projectId), 'records.write');
  const stored = mayStore ? await fileStore().put(bytes) : { sha256: '0'.repeat(64), size: bytes.byteLength };
  return attach({ ...parsed.data, fileName: plainName(parsed.data.fileName, type.extension), file: { ...stored, mediaType: type.mediaType } });
}
