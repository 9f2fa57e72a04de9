import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PersonFormPage } from '@/components/people/person-form-page';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { findPerson } from '@/lib/people/queries/person';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; person: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('edit') };
}

export default async function EditPersonPage({ params }: Props) {
  const { project: slug, person: id } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const [person, tree, listed] = await Promise.all([findPerson(viewer, project, id), institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id)]);
  if (!person || person.anonymised) notFound();
  return <PersonFormPage project={project} person={person} nodes={tree.nodes} listed={listed} />;
}
