import { getViewer } from '@/lib/auth/viewer';
import { readLimits } from '@/lib/exchange/table';
import { receiveUpload } from '@/lib/imports/actions/receive';
import type { ActionResult } from '@/lib/shared/result';
import { isSameOrigin, readForm } from '@/lib/storage/upload';

export const dynamic = 'force-dynamic';

const statuses: Record<string, number> = { signedOut: 401, forbidden: 403, notFound: 404 };
const answer = (result: ActionResult) => Response.json(result, { status: result.ok ? 200 : (statuses[result.reason] ?? 400), headers: { 'cache-control': 'private, no-store' } });

/** Upload of a list to import: a multipart form with projectId, id (client-made), kind, activityId and file. A route because actions stop at 1 MB. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return answer({ ok: false, reason: 'forbidden' });
  if (!(await getViewer())) return answer({ ok: false, reason: 'signedOut' });
  const form = await readForm(request, readLimits.bytes);
  if (form === 'tooLarge') return answer({ ok: false, reason: `importTooLarge:${readLimits.bytes / 1_000_000}` });
  return answer(form === null ? { ok: false, reason: 'invalid' } : await receiveUpload(form));
}
