import { getTranslations } from 'next-intl/server';
import { IndicatorTable } from '@/components/indicators/indicator-table';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/feedback';
import { Chip } from '@/components/ui/navigation';
import { Card, PageHeader } from '@/components/ui/page';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { openProject } from '@/lib/projects/queries';
import { resultsMatrix } from '@/lib/results/queries';
import { indicatorStates } from '@/lib/shared/vocabulary';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async () => ({ title: (await getTranslations('indicators'))('title') });

export default async function IndicatorsPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'figures.read');
  const asked = (await searchParams).state;
  const state = indicatorStates.find((known) => known === asked);
  const [t, words, common, results, all] = await Promise.all([
    getTranslations('indicators'),
    getTranslations('vocabulary.indicatorStates'),
    getTranslations('common'),
    resultsMatrix(viewer, project.id),
    indicatorFigures(viewer, project),
  ]);
  const base = `/projects/${project.slug}`;
  const shown = all.filter((indicator) => !state || indicator.state === state);
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ label: project.projectsId, href: base }]} action={project.may('records.read') && all.some(({ method }) => method === 'reported') && <ButtonLink icon="edit" href={`${base}/indicators/readings`}>{t('grid.title')}</ButtonLink>} />
      {state && <p className="mb-4"><Chip label={t('state')} value={words(state)} removeHref={`${base}/indicators`} /></p>}
      <Card flush className="overflow-hidden">
        {shown.length > 0 ? <IndicatorTable results={results} indicators={shown} base={base} caption={t('title')} template={project.levelTemplate} /> : state ? <EmptyState icon="indicator" title={common('noResults')} /> : <EmptyState icon="indicator" title={t('empty.title')}>{t('empty.body')}</EmptyState>}
      </Card>
    </>
  );
}
