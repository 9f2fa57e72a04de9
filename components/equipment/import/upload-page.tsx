import { useTranslations } from 'next-intl';
import { RecentImports } from '@/components/import/recent';
import { ImportUpload } from '@/components/import/upload-form';
import { ButtonLink } from '@/components/ui/button';
import { Card, PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import type { ImportLine } from '@/lib/imports/queries';
import { languages } from '@/lib/shared/vocabulary';

/** Where an equipment list is uploaded. */
export function ItemUploadPage({ project, lists }: { project: { id: string; slug: string; projectsId: string; timeZone: string }; lists: ImportLine[] }) {
  const [t, imports, common] = [useTranslations('equipment'), useTranslations('imports'), useTranslations('common')];
  const base = `/projects/${project.slug}`;
  return (
    <>
      <PageHeader title={t('import.title')} crumbs={[{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/equipment` }]} meta={t('import.intro')} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid gap-6">
          <Messages namespaces={['imports', 'errors']}><ImportUpload projectId={project.id} kind="equipment" previews={`${base}/equipment/import`} /></Messages>
          <RecentImports lists={lists} previews={`${base}/equipment/import`} timeZone={project.timeZone} />
        </div>
        <Card title={imports('templateTitle')}>
          <p>{imports('templateBody')}</p>
          <p className="mt-3 flex flex-wrap gap-2">
            {languages.map((language) => <ButtonLink key={language} href={`${base}/equipment/import/template?language=${language}`} icon="download" size="sm" download>{common(`languages.${language}`)}</ButtonLink>)}
          </p>
          <ul className="mt-4 grid list-disc gap-1 pl-5 text-soft">{(['formats', 'headings', 'nothingSaved'] as const).map((key) => <li key={key}>{imports(`notes.${key}`)}</li>)}<li>{t('import.twice')}</li></ul>
        </Card>
      </div>
    </>
  );
}
