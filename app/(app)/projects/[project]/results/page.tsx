import { getTranslations } from 'next-intl/server';
import { AddObjective } from '@/components/results/editor';
import { ResultsMatrix } from '@/components/results/matrix';
import { ButtonLink, buttonClass } from '@/components/ui/button';
import { Banner, EmptyState } from '@/components/ui/feedback';
import { Icon } from '@/components/ui/icon';
import { Card, PageHeader } from '@/components/ui/page';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { openProject } from '@/lib/projects/queries';
import { resultsMatrix } from '@/lib/results/queries';
import { newId } from '@/lib/shared/ids';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<{ edit?: string; add?: string }> };

export const generateMetadata = async () => ({ title: (await getTranslations('results'))('title') });

export default async function ResultsPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'plan.read');
  const { edit, add } = await searchParams;
  const [t, results, indicators] = await Promise.all([getTranslations('results'), resultsMatrix(viewer, project.id), indicatorFigures(viewer, project)]);
  const base = `/projects/${project.slug}`;
  const mayEdit = project.may('plan.write');
  const editing = mayEdit && edit !== undefined ? { projectId: project.id, open: edit, addTo: add ?? null, newId: newId() } : null;
  const toggle = mayEdit && (editing ? <ButtonLink href={`${base}/results`} icon="check">{t('edit.off')}</ButtonLink> : <ButtonLink href={`${base}/results?edit=on`} icon="edit">{t('edit.on')}</ButtonLink>);
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ label: project.projectsId, href: base }]} action={<>{toggle}<a href={`${base}/export/iati.xml`} download className={buttonClass()}><Icon name="download" />{t('iati')}</a></>} meta={indicators.some((indicator) => indicator.baseline === null) && <span>{t('baselineNote')}</span>} />
      {editing && <div className="mb-3"><Banner>{t('edit.hint')}</Banner></div>}
      {editing && !results.some((result) => result.level === 'objective') && <div className="mb-3"><AddObjective editing={editing} base={base} /></div>}
      {results.length === 0 && !editing && <Card><EmptyState icon="results" title={t('empty.title')} action={mayEdit && <ButtonLink variant="primary" icon="plus" href={`${base}/results?edit=on`}>{t('edit.add.objective')}</ButtonLink>}>{t('empty.body')}</EmptyState></Card>}
      <ResultsMatrix results={results} indicators={indicators} base={base} editing={editing} />
    </>
  );
}
