import 'server-only';
import { may, rolesIn } from '@/lib/access/rules';
import { defineAction } from '@/lib/action';
import { getViewer } from '@/lib/auth/viewer';
import { flattenZodIssues } from '@/lib/shared/issues';
import type { ActionFailure, ActionResult, MessageParams } from '@/lib/shared/result';
import { cleanPhoto } from '@/lib/storage/images';
import { fileStore } from '@/lib/storage/store';
import { maxBytes } from '@/lib/storage/upload';
import { recordChecks } from '../mutations/checks';
import { checkRoundSchema, mostPhotos, type RecordChecksInput, recordChecksSchema } from '../schema/checks';

// Not 'use server': only the upload below calls it, because a browser must not say which stored file it means.
const record = defineAction({ name: 'equipment.recordChecks', permission: 'records.write', schema: recordChecksSchema, creates: true, run: recordChecks });

const refusal = (reason: string, params?: MessageParams): ActionFailure => ({ ok: false, reason, params, fieldErrors: { photos: reason } });
type Kept = { ok: true; photos: RecordChecksInput['photos'] } | ActionFailure;

/** Takes the posted form of a round ('check' as JSON, 'photos' as files): cleans and stores the photos, and records the checks through the action. For POST /api/checks. */
export async function recordRound(form: FormData): Promise<ActionResult> {
  const parsed = checkRoundSchema.safeParse(jsonOf(form.get('check')));
  if (!parsed.success) return { ok: false, reason: 'invalid', fieldErrors: flattenZodIssues(parsed.error) };
  const kept = await keepPhotos(parsed.data.projectId, form.getAll('photos').filter((entry) => entry instanceof File));
  return kept.ok ? record({ ...parsed.data, photos: kept.photos }) : kept;
}

function jsonOf(text: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : '');
  } catch {
    return null;
  }
}

async function keepPhotos(projectId: string, files: File[]): Promise<Kept> {
  if (files.length > mostPhotos) return refusal('tooMany', { n: mostPhotos });
  const viewer = await getViewer();
  // Nothing is decoded or kept for somebody who may not write here; the action gives them the refusal itself.
  if (viewer === null || !may(rolesIn(viewer, projectId), 'records.write')) return { ok: true, photos: [] };
  const photos: RecordChecksInput['photos'] = [];
  for (const file of files) {
    if (file.size > maxBytes()) return refusal('fileTooLarge', { n: maxBytes() / 1_000_000 });
    const clean = await cleanPhoto(new Uint8Array(await file.arrayBuffer()));
    if (!clean.ok) return refusal(clean.reason, clean.params);
    photos.push({ ...(await fileStore().put(clean.bytes)), mediaType: clean.mediaType, width: clean.width, height: clean.height });
  }
  return { ok: true, photos };
}
