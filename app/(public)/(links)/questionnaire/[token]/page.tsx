import { randomUUID } from 'node:crypto';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { deviceCookie } from '@/components/learning/device';
import { LinkedQuestionnairePage } from '@/components/learning/linked-questionnaire';
import { LinkEnded } from '@/components/links/link-ended';
import { getLanguage } from '@/lib/i18n/server';
import { questionnaireBehind } from '@/lib/learning/queries/questionnaire';
import { openLink } from '@/lib/links/queries';

type Props = { params: Promise<{ token: string }> };

export default async function QuestionnaireLinkPage({ params }: Props) {
  const { token } = await params;
  const { state, link } = await openLink(token, ['questionnaire']);
  if (state === 'unknown') notFound();
  const found = link && (await questionnaireBehind(link, await getLanguage()));
  if (!found) return <LinkEnded state={link ? 'closed' : state} />;
  const before = (await cookies()).has(deviceCookie(token));
  return <LinkedQuestionnairePage token={token} answerId={randomUUID()} found={found} answeredBefore={before} />;
}
