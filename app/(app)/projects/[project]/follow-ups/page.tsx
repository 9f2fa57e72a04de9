import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FollowUpPage } from '@/components/learning/follow-up-page';
import { readParams } from '@/components/ui/filters';
import { followUpSums, listFollowUps } from '@/lib/learning/queries/follow-ups';
import { followUpStandings } from '@/lib/learning/rules/follow-up';
import { listLinks } from '@/lib/links/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learning.list'))('title') };
}

export default async function FollowUpsPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const given = readParams(await searchParams, ['standing', 'training', 'after', 'before']);
  const standing = followUpStandings.find((word) => word === given.standing) ?? 'due';
  const [sums, page] = await Promise.all([followUpSums(viewer, project, given.training), listFollowUps(viewer, project, { standing, training: given.training }, given)]);
  const links = await listLinks(viewer, project.id, ['follow_up_participant', 'follow_up_supervisor'], page.rows.map((row) => row.id));
  return <FollowUpPage project={project} sums={sums} page={page} links={links} standing={standing} training={given.training} mayWrite={project.may('records.write')} />;
}
