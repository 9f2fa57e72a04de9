import { getViewer } from '@/lib/auth/viewer';
import { recordRound } from '@/lib/equipment/actions/round';
import { mostPhotos } from '@/lib/equipment/schema/checks';
import type { ActionResult } from '@/lib/shared/result';
import { isSameOrigin, maxBytes, readForm } from '@/lib/storage/upload';

export const dynamic = 'force-dynamic';

const statuses: Record<string, number> = { signedOut: 401, forbidden: 403, notFound: 404, fileTooLarge: 413, photoType: 415 };
const answer = (result: ActionResult) => Response.json(result, { status: result.ok ? 200 : (statuses[result.reason] ?? 400), headers: { 'cache-control': 'private, no-store' } });

/** A round of end-use checks: a multipart form with 'check' (JSON) and up to four 'photos'. A route because actions stop at 1 MB. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return answer({ ok: false, reason: 'forbidden' });
  if (!(await getViewer())) return answer({ ok: false, reason: 'signedOut' });
  const form = await readForm(request, maxBytes() * mostPhotos);
  if (form === 'tooLarge') return answer({ ok: false, reason: 'fileTooLarge', params: { n: maxBytes() / 1_000_000 }, fieldErrors: { photos: 'fileTooLarge' } });
  return answer(form === null ? { ok: false, reason: 'invalid' } : await recordRound(form));
}
