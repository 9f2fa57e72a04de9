import { getTranslations } from 'next-intl/server';
import { ProjectOverview } from '@/components/overview/project-overview';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { getFormat } from '@/lib/i18n/server';
import { activitiesByMonth, desk } from '@/lib/indicators/queries/desk';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { headline } from '@/lib/indicators/queries/headline';
import { openProject } from '@/lib/projects/queries';
import { resultsMatrix } from '@/lib/results/queries';

type Props = { params: Promise<{ project: string }> };

export const generateMetadata = async () => ({ title: (await getTranslations('nav'))('overview') });

export default async function OverviewPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'figures.read');
  const [t, words, format, ...figures] = await Promise.all([
    getTranslations('projects'),
    getTranslations('vocabulary.projectStatuses'),
    getFormat(),
    headline(viewer, project),
    resultsMatrix(viewer, project.id),
    indicatorFigures(viewer, project),
    desk(viewer, project.id),
    activitiesByMonth(viewer, project.id, project.today),
  ]);
  const [head, results, indicators, waiting, months] = figures;
  const meta = [
    format.dateRange(project.startDate, project.endDate),
    project.budgetUsd && t('budget', { amount: format.money(Number(project.budgetUsd), 'USD') }),
    project.donor && t('funder', { name: project.donor }),
    project.implementer && t('implementer', { name: project.implementer }),
  ].filter(Boolean);
  return (
    <>
      <PageHeader
        title={project.title}
        context={project.projectsId}
        meta={<><Badge>{words(project.status)}</Badge>{meta.map((text) => <span key={text}>{text}</span>)}</>}
        action={project.may('records.write') && <ButtonLink variant="primary" icon="plus" href={`/projects/${project.slug}/activities/training/new`}>{t('overview.record')}</ButtonLink>}
      />
      <ProjectOverview project={project} records={project.may('records.read')} headline={head} results={results} indicators={indicators} desk={waiting} months={months} />
    </>
  );
}
