import 'server-only';
import { env } from '@/lib/env';

/** Did a page of this site send the request? Browsers say so in Sec-Fetch-Site, or in Origin; a request with neither comes from no browser page. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin';
  const origin = headers.get('origin');
  if (origin === null) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** The largest file in bytes (setting MAX_UPLOAD_MB). */
export const maxBytes = (): number => env().MAX_UPLOAD_MB * 1_000_000;

// Boundaries and the other fields of the form beside the file itself.
const formOverhead = 20_000;
// A browser that is cut off while it sends shows no answer at all, so somewhat too much is read to the end and dropped.
const patience = 5;

/** The fields of a posted form; 'tooLarge' when more arrives than one file may have (nothing beyond the limit is kept), null where it is no form. */
export async function readForm(request: Request, limit: number = maxBytes()): Promise<FormData | 'tooLarge' | null> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !type.startsWith('multipart/form-data')) return null;
  const most = limit + formOverhead;
  if (Number(request.headers.get('content-length') ?? 0) > most * patience) return 'tooLarge';
  const meter = { read: 0 };
  const body = request.body.pipeThrough(metered(meter, most));
  const form = await new Response(body, { headers: { 'content-type': type } }).formData().catch(() => null);
  return meter.read > most ? 'tooLarge' : form;
}

const metered = (meter: { read: number }, most: number) =>
  new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      meter.read += chunk.byteLength;
      if (meter.read <= most) controller.enqueue(chunk);
      else if (meter.read > most * patience) controller.error(new Error('too large'));
    },
  });
