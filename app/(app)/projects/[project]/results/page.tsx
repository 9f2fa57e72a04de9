import { getTranslations } from 'next-intl/server';
import { AddObjective, type Editing } from '@/components/results/editor';
import { LevelNames } from '@/components/results/level-names';
import { ResultsMatrix } from '@/components/results/matrix';
import { ButtonLink } from '@/components/ui/button';
import { Banner, EmptyState } from '@/components/ui/feedback';
import { Menu } from '@/components/ui/navigation';
import { Card, PageHeader } from '@/components/ui/page';
import type { Viewer } from '@/lib/access/viewer';
import { getLanguage } from '@/lib/i18n/server';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { indicatorPlan } from '@/lib/indicators/queries/plan';
import { reachEnd } from '@/lib/indicators/rules/milestones';
import { listPeriods, openProject, type ProjectView } from '@/lib/projects/queries';
import { resultsMatrix } from '@/lib/results/queries';
import { isId, newId } from '@/lib/shared/ids';

/** edit: 'on', or the result or indicator that is open; add, indicator: the result below which one is added */
type Asked = { edit?: string; add?: string; indicator?: string };
type Props = { params: Promise<{ project: string }>; searchParams: Promise<Asked> };

export const generateMetadata = async () => ({ title: (await getTranslations('results'))('title') });

export default async function ResultsPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'plan.read');
  const asked = await searchParams;
  const [t, results, indicators] = await Promise.all([getTranslations('results'), resultsMatrix(viewer, project.id), indicatorFigures(viewer, project)]);
  const base = `/projects/${project.slug}`;
  const mayEdit = project.may('plan.write');
  const editing = mayEdit && asked.edit !== undefined ? await editingOf(viewer, project, asked) : null;
  const toggle = mayEdit && (editing ? <ButtonLink href={`${base}/results`} icon="check">{t('edit.off')}</ButtonLink> : <ButtonLink href={`${base}/results?edit=on`} icon="edit">{t('edit.on')}</ButtonLink>);
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ label: project.projectsId, href: base }]} action={<>{toggle}{mayEdit && <ButtonLink href={`${base}/results/import`} icon="upload">{t('import.button')}</ButtonLink>}<Menu label={t('export')} icon="download" align="right">{(['xlsx', 'docx'] as const).map((format) => <a key={format} href={`${base}/results/export?format=${format}`} download className="menu-item">{t(`formats.${format}`)}</a>)}<a href={`${base}/export/iati.xml`} download className="menu-item">{t('iati')}</a></Menu></>} meta={indicators.some((indicator) => indicator.baseline === null) && <span>{t('baselineNote')}</span>} />
      {editing && <div className="mb-3 grid gap-3"><Banner>{t('edit.hint')}</Banner><LevelNames projectId={project.id} current={project.levelTemplate} /></div>}
      {editing?.open === 'on' && !editing.sheet && !editing.addTo && !results.some((result) => result.level === 'objective') && <div className="mb-3"><AddObjective editing={editing} base={base} /></div>}
      {results.length === 0 && !editing && <Card><EmptyState icon="results" title={t('empty.title')} action={mayEdit && <ButtonLink variant="primary" icon="plus" href={`${base}/results?edit=on`}>{t(`edit.add.${project.levelTemplate}.objective`)}</ButtonLink>}>{t('empty.body')}</EmptyState></Card>}
      <ResultsMatrix results={results} indicators={indicators} base={base} template={project.levelTemplate} editing={editing} />
    </>
  );
}

async function editingOf(viewer: Viewer, { id: projectId, levelTemplate, endDate }: ProjectView, { edit, add, indicator }: Asked): Promise<Editing> {
  const fresh = newId();
  const [language, periods] = await Promise.all([getLanguage(), listPeriods(viewer, projectId)]);
  const which = isId(indicator) ? { newId: fresh, resultId: indicator } : isId(edit) ? { id: edit } : null;
  const sheet = which && (await indicatorPlan(viewer, { id: projectId, endDate }, which, language));
  return { projectId, open: edit ?? null, addTo: add ?? null, newId: fresh, sheet, periodIds: periods.map(({ id }) => id), wholeTime: reachEnd(periods, endDate), template: levelTemplate };
}
