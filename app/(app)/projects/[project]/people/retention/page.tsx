import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PeopleHeader } from '@/components/people/people-header';
import { RetentionList } from '@/components/people/retention-list';
import { EmptyState } from '@/components/ui/feedback';
import { Figure } from '@/components/ui/facts';
import { Card } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { createFormat } from '@/lib/i18n/format';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { listRetention, monthsAhead } from '@/lib/people/queries/retention';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('retention'))('title') };
}

export default async function RetentionPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'people.read');
  const language = await getLanguage();
  const [view, tree, t] = await Promise.all([listRetention(viewer, project), institutionTree(viewer, language), getTranslations('retention')]);
  const format = createFormat(language);
  const rows = view.rows.map((row) => ({ ...row, institution: tree.name(row.institutionId) }));
  return (
    <>
      <PeopleHeader project={project} tab="retention" title={t('title')} intro={t('intro')} />
      <div className="mb-6 grid gap-4 sm:grid-cols-3">
        <Figure label={t('figures.due')} value={format.number(view.due)} rule={t('figures.dueRule')} />
        <Figure label={t('figures.upcoming', { months: monthsAhead })} value={format.number(view.upcoming)} rule={t('figures.upcomingRule')} />
        <Figure label={t('figures.anonymised')} value={format.number(view.anonymised)} rule={t('figures.anonymisedRule')} />
      </div>
      {rows.length === 0 ? <Card><EmptyState icon="shield" title={t('empty')}>{t('emptyHint')}</EmptyState></Card> : (
        <Messages namespaces={['retention', 'people', 'forms', 'errors', 'common']}>
          <RetentionList key={rows.map(({ id, retainUntil }) => id + retainUntil).join()} base={`/projects/${project.slug}/people`} projectId={project.id} rows={rows} mayWrite={project.may('people.anonymise')} />
        </Messages>
      )}
    </>
  );
}
