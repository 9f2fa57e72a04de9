import { notFound } from 'next/navigation';
import { LinkEnded } from '@/components/links/link-ended';
import { MailSettings } from '@/components/notifications/mail-settings';
import { openLink } from '@/lib/links/queries';
import { preferenceBehind } from '@/lib/notifications/queries';

type Props = { params: Promise<{ token: string }> };

export default async function MailSettingsPage({ params }: Props) {
  const { token } = await params;
  const { state, link } = await openLink(token, ['mail_settings']);
  const preference = link && (await preferenceBehind(link));
  if (state === 'unknown' || (link && !preference)) notFound();
  return preference ? <MailSettings token={token} preference={preference} /> : <LinkEnded state={state} />;
}
