import { receiveFile, tooLarge } from '@/lib/action-points/actions/files';
import type { ActionResult } from '@/lib/shared/result';
import { isSameOrigin, readForm } from '@/lib/storage/upload';

export const dynamic = 'force-dynamic';

const statuses: Record<string, number> = { signedOut: 401, forbidden: 403, notFound: 404 };
const answer = (result: ActionResult) => Response.json(result, { status: result.ok ? 200 : (statuses[result.reason] ?? 400), headers: { 'cache-control': 'private, no-store' } });

/** Evidence of an action point that staff attach: a multipart form with projectId, actionPointId, id (client-made) and file. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return answer({ ok: false, reason: 'forbidden' });
  const form = await readForm(request);
  if (form === 'tooLarge') return answer(tooLarge());
  return answer(form === null ? { ok: false, reason: 'invalid' } : await receiveFile(form));
}
