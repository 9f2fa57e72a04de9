import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { QueuePage } from '@/components/review/queue-page';
import { openProject } from '@/lib/projects/queries';
import { reviewQueue } from '@/lib/review/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('review'))('title') };
}

export default async function ReviewPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'review.queue');
  return <QueuePage project={project} queue={await reviewQueue(viewer, project)} />;
}
