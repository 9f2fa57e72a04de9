import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { DescriptionList } from '@/components/ui/facts';
import { TextLink } from '@/components/ui/link';
import { Card, PageHeader } from '@/components/ui/page';
import type { PointRecord } from '@/lib/action-points/queries/point';
import { nextStatuses } from '@/lib/action-points/rules';
import { useFormat } from '@/lib/i18n/use-format';
import type { LinkView } from '@/lib/links/queries';
import { looks } from './looks';
import { OffProject } from './off-project';
import { AskProgress } from './point-link';
import { PointEvidence } from './point-evidence';
import { PointHistory } from './point-history';
import { PointReports } from './point-reports';
import { ProgressButton } from './progress-button';

type Props = { point: PointRecord; base: string; project: { id: string; projectsId: string; today: string; timeZone: string }; viewerId: string | null; links: LinkView[]; /** the responsible institution is not on the project's list: may the viewer add it? */ offProject: 'add' | 'ask' | null; institutionName: (id: string | null) => string };

/** One action point: what was agreed, how it stands, what proves it, what came in by link, and everything that happened to it. */
export function PointPage({ point, base, project, viewerId, links, offProject, institutionName }: Props) {
  const [t, words] = [useTranslations('actionPoints'), useTranslations('vocabulary')];
  const format = useFormat();
  const [tone, icon] = looks[point.status];
  const steps = nextStatuses(point.status).filter((status) => status !== 'verified' || point.doneBy !== viewerId);
  const facts = [
    { label: t('institution'), value: institutionName(point.institutionId) },
    { label: t('person'), value: point.person },
    { label: t('involved'), value: point.involved.map((id) => institutionName(id)).join(', ') },
    { label: t('due'), value: format.date(point.dueDate) + (point.firstDueDate !== point.dueDate && point.firstDueDate ? ` (${t('firstDue', { date: format.date(point.firstDueDate) })})` : '') },
    { label: t('priority'), value: words(`priorities.${point.priority}`) },
    { label: t('agreedIn'), value: point.reference ? <TextLink href={`${base}/activities/${point.reference}`}>{point.reference}</TextLink> : t('outside') },
    ...(point.doneOn ? [{ label: t('doneOn'), value: format.date(point.doneOn) }] : []),
    ...(point.outcome ? [{ label: t('outcome'), value: point.outcome }] : []),
    ...(point.confirmations.length > 0 ? [{ label: t('caseData'), value: [...new Set(point.confirmations.map(({ reason }) => reason))].join('; ') }] : []),
    ...(point.dropReason ? [{ label: t('dropReason'), value: point.dropReason }] : []),
  ];
  return (
    <>
      <PageHeader
        title={point.text}
        context={t('pointNumber', { n: point.number })}
        crumbs={[{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/action-points` }]}
        meta={<><Badge tone={tone} icon={icon}>{words(`actionPointStatuses.${point.status}`)}</Badge>{point.overdue && <Badge tone="bad" icon="clock">{t('overdue')}</Badge>}</>}
        action={viewerId && <>{point.agreedKind !== 'meeting' && point.status !== 'verified' && point.status !== 'dropped' && <ButtonLink href={`${base}/action-points/${point.number}/edit`} icon="edit">{t('edit')}</ButtonLink>}{steps.length > 0 && <ProgressButton key={point.version} projectId={project.id} today={project.today} point={point} steps={steps} />}</>}
      />
      {offProject && point.institutionId && <div className="mb-4"><OffProject projectId={project.id} institutionId={point.institutionId} name={institutionName(point.institutionId)} mayAdd={offProject === 'add'} /></div>}
      <div className="grid items-start gap-6 lg:grid-cols-[2fr_1fr]">
        <div className="grid gap-6">
          <Card><DescriptionList items={facts} /></Card>
          <PointReports reports={point.reports} files={point.files} projectId={project.id} timeZone={project.timeZone} mayDecide={viewerId !== null} />
          <PointEvidence point={point} projectId={project.id} timeZone={project.timeZone} mayAttach={viewerId !== null && point.status !== 'verified'} />
        </div>
        <div className="grid gap-6">
          {viewerId && (point.status === 'open' || point.status === 'in_progress') && <AskProgress point={point} projectId={project.id} timeZone={project.timeZone} links={links} />}
          <PointHistory acts={point.history} timeZone={project.timeZone} />
        </div>
      </div>
    </>
  );
}
