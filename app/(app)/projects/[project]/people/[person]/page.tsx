import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PersonActivities } from '@/components/people/person-activities';
import { PersonFacts } from '@/components/people/person-facts';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { findPerson } from '@/lib/people/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; person: string }> };

// The browser's history and title bar are no place for a name.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('person') };
}

export default async function PersonPage({ params }: Props) {
  const { project: slug, person: id } = await params;
  const { viewer, project } = await openProject(slug, 'people.read');
  const [person, tree, t] = await Promise.all([findPerson(viewer, project, id), institutionTree(viewer, await getLanguage()), getTranslations('people')]);
  if (!person) notFound();
  const base = `/projects/${project.slug}`;
  const crumbs = [{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/people` }];
  const mayEdit = project.may('records.write') && !person.anonymised;
  return (
    <>
      <PageHeader title={person.anonymised ? t('anonymised') : `${person.givenName} ${person.familyName}`} crumbs={crumbs} action={mayEdit && <ButtonLink href={`${base}/people/${person.id}/edit`} icon="edit">{t('edit')}</ButtonLink>} />
      <div className="grid grid-cols-1 gap-6">
        <PersonFacts person={person} today={project.today} institutionName={tree.name} />
        <PersonActivities base={`${base}/activities`} activities={person.activities} />
      </div>
    </>
  );
}
