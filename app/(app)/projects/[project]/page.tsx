import { getTranslations } from 'next-intl/server';
import { AsOfBar } from '@/components/overview/as-of-bar';
import { keptCards, newsFor } from '@/components/overview/kept-cards';
import { behindOf, isDrawn, type OverviewFacts, ProjectOverview } from '@/components/overview/project-overview';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { getFormat, getLanguage } from '@/lib/i18n/server';
import { cooperationSummary } from '@/lib/indicators/queries/cooperation';
import { dataGaps, waitingFor } from '@/lib/indicators/queries/desk';
import { figuresIn } from '@/lib/indicators/queries/figures';
import { headline } from '@/lib/indicators/queries/headline';
import { figuresAt, indicatorPasts } from '@/lib/indicators/queries/trends';
import { delivery } from '@/lib/overview/queries/delivery';
import { newsSince, ownOverview } from '@/lib/overview/queries/visit';
import type { Viewer } from '@/lib/access/viewer';
import { openProject, type ProjectView } from '@/lib/projects/queries';
import { resultsMatrix } from '@/lib/results/queries';
import type { Language } from '@/lib/shared/vocabulary';

type Props = { params: Promise<{ project: string }>; searchParams?: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async () => ({ title: (await getTranslations('nav'))('overview') });

export default async function OverviewPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'figures.read');
  const { period } = readParams((await searchParams) ?? {}, ['period']);
  const now = new Date();
  const [own, waiting, language] = await Promise.all([ownOverview(viewer, project, now), waitingFor(viewer, project.id), getLanguage()]);
  const kept = keptCards([project.id, ...project.roles, language, project.today, period], own.stamp, now);
  const [facts, news] = await Promise.all([
    isDrawn(kept, own.cards) ? null : factsOf(viewer, project, language),
    newsFor(kept, [viewer.id, own.since], () => newsSince(viewer, project, own.since)),
  ]);
  if (facts) Object.assign(kept, { behind: behindOf(facts), until: facts.gaps.nextStale });
  const hidden = own.cards.filter((card) => card.hidden).length;
  const [t, cards, words, format] = [await getTranslations('projects'), await getTranslations('overview'), await getTranslations('vocabulary.projectStatuses'), await getFormat()];
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
        action={<><ButtonLink href={`/projects/${project.slug}/arrange`}>{cards('arrange')}</ButtonLink>{project.may('records.write') && <ButtonLink variant="primary" icon="plus" href={`/projects/${project.slug}/activities/training/new`}>{t('overview.record')}</ButtonLink>}</>}
      />
      <AsOfBar path={`/projects/${project.slug}/as-of`} back="" project={project} asOf={null} />
      <ProjectOverview project={project} records={project.may('records.read')} period={period} cards={own.cards} news={news} alerts={own.alerts} waiting={waiting} kept={kept} facts={facts} />
      {hidden > 0 && <p className="mt-3 text-xs text-soft">{cards('hiddenNote', { n: hidden })}</p>}
    </>
  );
}

async function factsOf(viewer: Viewer, project: ProjectView, language: Language): Promise<OverviewFacts> {
  const [head, results, rows, gaps, delivered, cooperation] = await Promise.all([
    headline(viewer, project),
    resultsMatrix(viewer, project.id),
    indicatorPasts(viewer, project),
    dataGaps(viewer, project.id, project.today),
    delivery(viewer, project.id, project.today),
    cooperationSummary(viewer, project.id, language),
  ]);
  const over = head.periods.filter(({ to }) => to < project.today).slice(-5);
  const moments = over.map((at) => ({ period: at, figures: figuresAt(project, rows, head.periods, at) }));
  return { headline: head, results, indicators: figuresIn(project, rows.map(({ row }) => row), head.periods), gaps, delivery: delivered, moments, cooperation };
}
