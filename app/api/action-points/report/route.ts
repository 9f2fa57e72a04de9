import { receiveReport, tooLarge } from '@/lib/action-points/actions/files';
import { openLink } from '@/lib/links/queries';
import type { ActionResult } from '@/lib/shared/result';
import { isSameOrigin, readForm } from '@/lib/storage/upload';

export const dynamic = 'force-dynamic';

const answer = (result: ActionResult) => Response.json(result, { status: result.ok ? 200 : 400, headers: { 'cache-control': 'private, no-store' } });

/** Progress on an action point from somebody without an account: the token, what was done, and a file. A route because actions stop at 1 MB. */
export async function POST(request: Request) {
  if (!isSameOrigin(request.headers)) return answer({ ok: false, reason: 'forbidden' });
  const form = await readForm(request);
  if (form === 'tooLarge') return answer(tooLarge());
  if (form === null) return answer({ ok: false, reason: 'invalid' });
  const { state } = await openLink(String(form.get('token') ?? ''), ['action_point']);
  return answer(await receiveReport(form, state === 'valid'));
}
