import { notFound } from 'next/navigation';
import { LinkedFollowUpPage } from '@/components/learning/linked-follow-up';
import { LinkEnded } from '@/components/links/link-ended';
import { followUpBehind } from '@/lib/learning/queries/follow-up-link';
import { openLink } from '@/lib/links/queries';

type Props = { params: Promise<{ token: string }> };

export default async function FollowUpLinkPage({ params }: Props) {
  const { token } = await params;
  const { state, link } = await openLink(token, ['follow_up_participant', 'follow_up_supervisor']);
  if (state === 'unknown') notFound();
  const found = link && (await followUpBehind(link));
  if (!found) return <LinkEnded state={link ? 'paused' : state} />;
  return <LinkedFollowUpPage token={token} found={found} asks={link.purpose === 'follow_up_supervisor' ? 'supervisor' : 'participant'} />;
}
