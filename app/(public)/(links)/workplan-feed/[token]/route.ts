import { getTranslations } from 'next-intl/server';
import { workplanCalendar } from '@/lib/exchange/ics/workplan';
import { openLink } from '@/lib/links/queries';
import { feedOf } from '@/lib/workplan/queries';

type Context = { params: Promise<{ token: string }> };

/** GET /workplan-feed/TOKEN: the plan of one project as a calendar, for whoever holds the address. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { link } = await openLink((await params).token, ['workplan_feed']);
  if (!link) return new Response('Not found', { status: 404, headers: { 'cache-control': 'private, no-store' } });
  const { project, slug, entries } = await feedOf(link);
  const name = (await getTranslations('workplan'))('feedName', { project });
  return new Response(workplanCalendar(name, new URL(request.url).hostname, entries), { headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': `inline; filename="${slug}.ics"`, 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow, noarchive' } });
}
