import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RosterUploadPage } from '@/components/people/roster/upload-page';
import { listImports } from '@/lib/imports/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('peopleTitle') };
}

export default async function ImportPeoplePage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.write');
  return <RosterUploadPage project={project} activity={null} lists={await listImports(viewer, project, 'people', new Date())} />;
}
