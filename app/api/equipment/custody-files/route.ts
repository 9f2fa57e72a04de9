import { getViewer } from '@/lib/auth/viewer';
import { attachCustodyUpload } from '@/lib/equipment/actions/custody-file';
import type { ActionResult } from '@/lib/shared/result';
import { isSameOrigin, maxBytes, readForm } from '@/lib/storage/upload';

export const dynamic = 'force-dynamic';

const statuses: Record<string, number> = { signedOut: 401, forbidden: 403, notFound: 404, fileTooLarge: 413, fileType: 415 };
const answer = (result: ActionResult) => Response.json(result, { status: result.ok ? 200 : (statuses[result.reason] ?? 400), headers: { 'cache-control': 'private, no-store' } });

/** Evidence of a change of custody: a multipart form with projectId, custodyId, id (client-made) and file. A route because actions stop at 1 MB. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return answer({ ok: false, reason: 'forbidden' });
  if (!(await getViewer())) return answer({ ok: false, reason: 'signedOut' });
  const form = await readForm(request);
  if (form === 'tooLarge') return answer({ ok: false, reason: 'fileTooLarge', params: { n: maxBytes() / 1_000_000 }, fieldErrors: { file: 'fileTooLarge' } });
  return answer(form === null ? { ok: false, reason: 'invalid' } : await attachCustodyUpload(form));
}
