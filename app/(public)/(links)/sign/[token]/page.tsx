import { notFound } from 'next/navigation';
import { LinkEnded } from '@/components/links/link-ended';
import { LinkedHandOverPage } from '@/components/signing/linked-hand-over';
import { getLanguage } from '@/lib/i18n/server';
import { openLink } from '@/lib/links/queries';
import { handOverBehind } from '@/lib/signing/queries/link';

type Props = { params: Promise<{ token: string }> };

export default async function SignLinkPage({ params }: Props) {
  const { token } = await params;
  const { state, link } = await openLink(token, ['hand_over_signature']);
  if (state === 'unknown') notFound();
  const language = await getLanguage();
  const found = link && (await handOverBehind(link, language));
  if (!found) return <LinkEnded state={link ? 'closed' : state} />;
  return <LinkedHandOverPage token={token} found={found} language={language} />;
}
