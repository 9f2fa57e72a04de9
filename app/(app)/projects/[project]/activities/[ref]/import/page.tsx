import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RosterUploadPage } from '@/components/people/roster/upload-page';
import { listImports } from '@/lib/imports/queries';
import { rosterActivity } from '@/lib/people/queries/roster';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; ref: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('participantsTitle') };
}

export default async function ImportParticipantsPage({ params }: Props) {
  const { project: slug, ref } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const activity = await rosterActivity(viewer, project, ref);
  if (!activity?.mayEdit) notFound();
  return <RosterUploadPage project={project} activity={activity} lists={await listImports(viewer, project, 'participants', new Date(), activity.id)} />;
}
