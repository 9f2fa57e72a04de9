import { useTranslations } from 'next-intl';
import { RecentImports } from '@/components/import/recent';
import { ImportUpload } from '@/components/import/upload-form';
import { ButtonLink } from '@/components/ui/button';
import { Card, PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import type { ImportLine } from '@/lib/imports/queries';
import { languages } from '@/lib/shared/vocabulary';

type Activity = { id: string; reference: string; title: string };
type Props = { project: { id: string; slug: string; projectsId: string; timeZone: string }; activity: Activity | null; /** uploaded here lately */ lists: ImportLine[] };

/** Where a list of people is uploaded: for the register, or for an activity. */
export function RosterUploadPage({ project, activity, lists }: Props) {
  const [t, people, activities, common] = [useTranslations('imports'), useTranslations('people'), useTranslations('activities'), useTranslations('common')];
  const base = `/projects/${project.slug}`;
  const crumbs = [{ label: project.projectsId, href: base }];
  const place = activity
    ? [{ label: activities('title'), href: `${base}/activities` }, { label: activity.reference, href: `${base}/activities/${activity.reference}` }]
    : [{ label: people('title'), href: `${base}/people` }];
  const template = (language: string) => `${base}/imports/template?language=${language}${activity ? `&activity=${activity.reference}` : ''}`;
  return (
    <>
      <PageHeader title={t(activity ? 'participantsTitle' : 'peopleTitle')} context={activity?.title || activity?.reference} crumbs={[...crumbs, ...place]} meta={t(activity ? 'participantsIntro' : 'peopleIntro')} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="grid grid-cols-1 gap-6">
          <Messages namespaces={['imports', 'errors']}>
            <ImportUpload projectId={project.id} kind={activity ? 'participants' : 'people'} activityId={activity?.id} previews={`${base}/imports`} />
          </Messages>
          <RecentImports lists={lists} previews={`${base}/imports`} timeZone={project.timeZone} />
        </div>
        <Card title={t('templateTitle')}>
          <p>{t('templateBody')}</p>
          <p className="mt-3 flex flex-wrap gap-2">
            {languages.map((language) => <ButtonLink key={language} href={template(language)} icon="download" size="sm" download>{common(`languages.${language}`)}</ButtonLink>)}
          </p>
          <ul className="mt-4 grid list-disc gap-1 pl-5 text-soft">
            {(['formats', 'headings', 'nothingSaved', 'twice'] as const).map((key) => <li key={key}>{t(`notes.${key}`)}</li>)}
          </ul>
        </Card>
      </div>
    </>
  );
}
