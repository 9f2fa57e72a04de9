import { useTranslations } from 'next-intl';
import { ImportUpload } from '@/components/import/upload-form';
import { ButtonLink } from '@/components/ui/button';
import { Card, PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { languages } from '@/lib/shared/vocabulary';

/** Where a results matrix is uploaded, as a workbook or an IATI activity. */
export function MatrixUploadPage({ project }: { project: { id: string; slug: string; projectsId: string } }) {
  const [t, results, imports, common] = [useTranslations('results.import'), useTranslations('results'), useTranslations('imports'), useTranslations('common')];
  const base = `/projects/${project.slug}`;
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ label: project.projectsId, href: base }, { label: results('title'), href: `${base}/results` }]} meta={t('intro')} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Messages namespaces={['imports', 'errors']}><ImportUpload projectId={project.id} kind="results" previews={`${base}/results/import`} /></Messages>
        <Card title={imports('templateTitle')}>
          <p>{imports('templateBody')}</p>
          <p className="mt-3 flex flex-wrap gap-2">
            {languages.map((language) => <ButtonLink key={language} href={`${base}/results/import/template?language=${language}`} icon="download" size="sm" download>{common(`languages.${language}`)}</ButtonLink>)}
          </p>
          <ul className="mt-4 grid list-disc gap-1 pl-5 text-soft">{(['iati', 'adds', 'reported', 'allOrNothing'] as const).map((key) => <li key={key}>{t(`notes.${key}`)}</li>)}</ul>
        </Card>
      </div>
    </>
  );
}
