import { LinkedPointPage } from '@/components/action-points/linked-point';
import { LinkEnded } from '@/components/links/link-ended';
import { pointBehind } from '@/lib/action-points/queries/point';
import { openLink } from '@/lib/links/queries';

type Props = { params: Promise<{ token: string }> };

export default async function ActionPointLinkPage({ params }: Props) {
  const { token } = await params;
  const { state, link } = await openLink(token, ['action_point']);
  const found = link && (await pointBehind(link));
  // A point that was finished meanwhile has nothing to ask any more, whatever its link says.
  return found ? <LinkedPointPage token={token} found={found} /> : <LinkEnded state={link ? 'closed' : state} />;
}
