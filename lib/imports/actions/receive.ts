import 'server-only';
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { may, rolesIn } from '@/lib/access/rules';
import { defineAction } from '@/lib/action';
import { getViewer } from '@/lib/auth/viewer';
import { looksLikeXml, readIati } from '@/lib/exchange/iati/read';
import { readTable } from '@/lib/exchange/read';
import { flattenZodIssues } from '@/lib/shared/issues';
import { type ActionFailure, type ActionResult, notFound } from '@/lib/shared/result';
import { receiveImport } from '../mutations';
import { importFormSchema, receiveImportSchema } from '../schema';

// Not 'use server': only the upload below calls it, because a browser must not say what stands in a file.
const receive = defineAction({ name: 'imports.receive', permission: 'records.write', schema: receiveImportSchema.refine(({ kind }) => kind !== 'results', { path: ['kind'], message: 'invalidChoice' }), creates: true, run: receiveImport });

const receivePlan = defineAction({ name: 'imports.receivePlan', permission: 'plan.write', schema: receiveImportSchema.extend({ kind: z.literal('results') }), creates: true, run: receiveImport });

const refusal = (reason: string): ActionFailure => ({ ok: false, reason, fieldErrors: { file: reason } });

/** Takes the posted form of an upload: reads the file in a thread with limits and keeps its rows through the action. For POST /api/imports. */
export async function receiveUpload(form: FormData): Promise<ActionResult<{ id: string }>> {
  const { file, ...fields } = Object.fromEntries(form.entries());
  if (!(file instanceof File)) return refusal('fileRequired');
  const parsed = importFormSchema.safeParse({ ...fields, fileName: file.name || 'file' });
  if (!parsed.success) return { ok: false, reason: 'invalid', fieldErrors: flattenZodIssues(parsed.error) };
  // Nobody makes the server read a file for a project that they may not write in.
  const viewer = await getViewer();
  if (!viewer || !may(rolesIn(viewer, parsed.data.projectId), parsed.data.kind === 'results' ? 'plan.write' : 'records.write')) return viewer ? notFound().failure : { ok: false, reason: 'signedOut' };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { kind } = parsed.data;
  // A matrix comes as a workbook or as an IATI activity.
  const read = kind === 'results' && looksLikeXml(bytes) ? readIati(bytes) : await readTable(bytes);
  if (!read.ok) return refusal(read.reason);
  const kept = { ...parsed.data, sha256: createHash('sha256').update(bytes).digest('hex'), rows: read.rows };
  return kind === 'results' ? receivePlan({ ...kept, kind }) : receive(kept);
}
