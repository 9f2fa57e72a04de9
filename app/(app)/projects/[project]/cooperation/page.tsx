import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CooperationMatrix } from '@/components/cooperation/cooperation-matrix';
import { SharedMeetings } from '@/components/cooperation/shared-meetings';
import { EmptyState } from '@/components/ui/feedback';
import { hrefWith, readParams } from '@/components/ui/filters';
import { Tabs } from '@/components/ui/navigation';
import { Card, PageHeader } from '@/components/ui/page';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { pathTo, unitFor } from '@/lib/institutions/rules';
import { meetingAttendance } from '@/lib/meetings/queries';
import { cooperationOf } from '@/lib/meetings/rules';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cooperation'))('title') };
}

export default async function CooperationPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const given = readParams(await searchParams, ['level', 'a', 'b']);
  const [tree, listed, meetings] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id), meetingAttendance(viewer, project)]);
  const counterparts = new Set(given.level === 'top' ? [] : listed.filter(({ role }) => role === 'counterpart').map(({ institutionId }) => institutionId));
  const implementers = new Set(listed.filter(({ role }) => role === 'implementer').map(({ institutionId }) => institutionId));
  const counts = (id: string) => !pathTo(tree.byId, id).some((node) => implementers.has(node.id));
  const unit = (id: string) => unitFor(tree.byId, id, counterparts);
  const cooperation = cooperationOf(meetings.map(({ id, institutionIds }) => ({ meetingId: id, unitIds: institutionIds.filter(counts).map(unit) })));
  const t = await getTranslations('cooperation');
  const base = `/projects/${project.slug}`;
  const path = `${base}/cooperation`;
  const pair = given.a && given.b && cooperation.units.includes(given.a) && cooperation.units.includes(given.b) ? { a: given.a, b: given.b } : null;
  const chosen = new Set(pair ? cooperation.shared(pair.a, pair.b) : []);
  const tabs = [
    { label: t('byCounterpart'), href: path, current: given.level !== 'top' },
    { label: t('byTop'), href: hrefWith(path, { level: 'top' }), current: given.level === 'top' },
  ];
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: base }]} />
      <Tabs label={t('level')} items={tabs} />
      {cooperation.units.length === 0 ? (
        <Card><EmptyState icon="cooperation" title={t('empty')}>{t('emptyHint')}</EmptyState></Card>
      ) : (
        <CooperationMatrix cooperation={cooperation} path={path} level={given.level} pair={pair} name={tree.name} asOf={project.today} />
      )}
      {pair && <SharedMeetings base={base} meetings={meetings.filter((meeting) => chosen.has(meeting.id))} first={tree.name(pair.a)} second={pair.a === pair.b ? null : tree.name(pair.b)} />}
    </>
  );
}
