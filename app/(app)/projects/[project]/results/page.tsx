import { getTranslations } from 'next-intl/server';
import { ResultsMatrix } from '@/components/results/matrix';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/feedback';
import { Icon } from '@/components/ui/icon';
import { Card, PageHeader } from '@/components/ui/page';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { openProject } from '@/lib/projects/queries';
import { resultsMatrix } from '@/lib/results/queries';

type Props = { params: Promise<{ project: string }> };

export const generateMetadata = async () => ({ title: (await getTranslations('results'))('title') });

export default async function ResultsPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'plan.read');
  const [t, results, indicators] = await Promise.all([getTranslations('results'), resultsMatrix(viewer, project.id), indicatorFigures(viewer, project)]);
  const base = `/projects/${project.slug}`;
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ label: project.projectsId, href: base }]} action={<a href={`${base}/export/iati.xml`} download className={buttonClass()}><Icon name="download" />{t('iati')}</a>} meta={indicators.some((indicator) => indicator.baseline === null) && <span>{t('baselineNote')}</span>} />
      {results.length === 0 ? (
        <Card><EmptyState icon="results" title={t('empty.title')}>{t('empty.body')}</EmptyState></Card>
      ) : (
        <ResultsMatrix results={results} indicators={indicators} base={base} />
      )}
    </>
  );
}
