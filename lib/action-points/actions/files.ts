import 'server-only';
import { may, rolesIn } from '@/lib/access/rules';
import { defineAction } from '@/lib/action';
import { getViewer } from '@/lib/auth/viewer';
import { defineLinkAction } from '@/lib/link-action';
import type { ActionFailure, ActionResult } from '@/lib/shared/result';
import { plainName } from '@/lib/storage/names';
import { fileStore } from '@/lib/storage/store';
import { typeOf } from '@/lib/storage/types';
import { maxBytes } from '@/lib/storage/upload';
import { attachFile, reportProgress } from '../mutations/reports';
import { attachFileSchema, reportProgressSchema, type StoredFile } from '../schema';

// Not 'use server': a browser must not say which stored file it means.
const attach = defineAction({ name: 'actionPoints.attachFile', permission: 'records.write', schema: attachFileSchema, creates: true, run: attachFile });
const report = defineLinkAction({ name: 'actionPoints.reportProgress', purpose: 'action_point', schema: reportProgressSchema, run: reportProgress });

const refusal = (reason: string, params?: Record<string, string | number>): ActionFailure => ({ ok: false, reason, params, fieldErrors: { file: reason } });
/** The refusal of a file over the limit, with the limit in MB. */
export const tooLarge = (): ActionFailure => refusal('fileTooLarge', { n: maxBytes() / 1_000_000 });

/** The file of a posted form, checked by its bytes and stored where `mayStore`; null: none was chosen. */
async function stored(file: FormDataEntryValue | null, mayStore: boolean): Promise<StoredFile | ActionFailure | null> {
  if (!(file instanceof File) || (file.size === 0 && file.name === '')) return null;
  if (file.size === 0) return refusal('fileEmpty');
  if (file.size > maxBytes()) return tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const type = await typeOf(bytes);
  if (!type) return refusal('fileType');
  const kept = mayStore ? await fileStore().put(bytes) : { sha256: '0'.repeat(64), size: bytes.byteLength };
  return { ...kept, fileName: plainName(file.name || 'file', type.extension), mediaType: type.mediaType };
}

const isFailure = (found: StoredFile | ActionFailure | null): found is ActionFailure => found !== null && 'ok' in found;

/** Takes the posted form of a focal point. `valid`: the link opens something, else nothing reaches the disk and the action says why. */
export async function receiveReport(form: FormData, valid: boolean): Promise<ActionResult> {
  const file = await stored(form.get('file'), valid);
  if (isFailure(file)) return file;
  const text = (name: string) => String(form.get(name) ?? '');
  return report({ token: text('token'), text: text('text'), done: text('done') as 'yes' | 'no', file });
}

/** Takes a file that staff attach to an action point. */
export async function receiveFile(form: FormData): Promise<ActionResult> {
  const viewer = await getViewer();
  const text = (name: string) => String(form.get(name) ?? '');
  const file = await stored(form.get('file'), viewer !== null && may(rolesIn(viewer, text('projectId')), 'records.write'));
  if (isFailure(file)) return file;
  if (!file) return refusal('fileRequired');
  return attach({ projectId: text('projectId'), id: text('id'), actionPointId: text('actionPointId'), file });
}
