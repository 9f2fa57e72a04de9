import { LinkEnded } from '@/components/links/link-ended';
import { LinkedMinutesPage } from '@/components/meetings/linked-minutes';
import { minutesBehind } from '@/lib/activities/queries/linked-minutes';
import { getLanguage } from '@/lib/i18n/server';
import { openLink } from '@/lib/links/queries';

type Props = { params: Promise<{ token: string }> };

export default async function MinutesLinkPage({ params }: Props) {
  const { token } = await params;
  const { state, link } = await openLink(token, ['minutes_comment']);
  const found = link && (await minutesBehind(link, await getLanguage()));
  // Minutes that were agreed meanwhile ask nothing any more, whatever their link says.
  return found ? <LinkedMinutesPage token={token} found={found} /> : <LinkEnded state={link ? 'closed' : state} />;
}
