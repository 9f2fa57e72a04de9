import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PersonDataForm } from '@/components/people/person-data-form';
import { PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { findPerson } from '@/lib/people/queries/person';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; person: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('retention'))('exportTitle') };
}

export default async function PersonDataPage({ params }: Props) {
  const { project: slug, person: id } = await params;
  const { viewer, project } = await openProject(slug, 'people.export');
  const [person, t, people] = await Promise.all([findPerson(viewer, project, id), getTranslations('retention'), getTranslations('people')]);
  if (!person || person.anonymised) notFound();
  const base = `/projects/${project.slug}`;
  const crumbs = [{ label: project.projectsId, href: base }, { label: people('title'), href: `${base}/people` }, { label: `${person.givenName} ${person.familyName}`, href: `${base}/people/${person.id}` }];
  return (
    <>
      <PageHeader title={t('exportTitle')} crumbs={crumbs} meta={t('exportIntro')} />
      <Messages namespaces={['retention', 'people', 'vocabulary', 'audit', 'forms', 'errors', 'common']}>
        <PersonDataForm projectId={project.id} personId={person.id} back={`${base}/people/${person.id}`} />
      </Messages>
    </>
  );
}
