import { getViewer } from '@/lib/auth/viewer';
import { attachUpload, tooLarge } from '@/lib/evidence/actions/attach';
import { findEvidenceFile } from '@/lib/evidence/queries';
import type { ActionResult } from '@/lib/shared/result';
import { isSameOrigin, readForm } from '@/lib/storage/upload';

export const dynamic = 'force-dynamic';

const statuses: Record<string, number> = { signedOut: 401, forbidden: 403, notFound: 404, fileTooLarge: 413, fileType: 415 };
const answer = (result: ActionResult) => Response.json(result, { status: result.ok ? 200 : (statuses[result.reason] ?? 400), headers: { 'cache-control': 'private, no-store' } });

/** Evidence upload: a multipart form with projectId, activityId, id (client-made), kind and file. A route because actions stop at 1 MB. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return answer({ ok: false, reason: 'forbidden' });
  const viewer = await getViewer();
  if (!viewer) return answer({ ok: false, reason: 'signedOut' });
  const form = await readForm(request);
  if (form === 'tooLarge') return answer(tooLarge());
  if (form === null) return answer({ ok: false, reason: 'invalid' });
  const result = await attachUpload(form);
  if (!result.ok || !result.repeated) return answer(result);
  // A second send of the same upload: the open form still needs the version to go on with.
  const known = await findEvidenceFile(viewer, String(form.get('id')));
  return answer({ ...result, value: { id: form.get('id'), version: known?.recordVersion } });
}
