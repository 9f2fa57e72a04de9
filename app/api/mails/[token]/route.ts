import { chooseByLinkAction } from '@/lib/notifications/actions';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ token: string }> };

/** One-click unsubscribing (RFC 8058): the mail program posts here when its user presses its own button. A visit changes nothing: mail scanners follow links. */
export async function POST(_request: Request, { params }: Context) {
  const result = await chooseByLinkAction({ token: (await params).token, frequency: 'never', language: null });
  return new Response(null, { status: result.ok ? 200 : 404, headers: { 'cache-control': 'private, no-store' } });
}
