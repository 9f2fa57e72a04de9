import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { PersonFormPage } from '@/components/people/person-form-page';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('add') };
}

export default async function NewPersonPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.write');
  const [tree, listed] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id)]);
  return <PersonFormPage project={project} person={null} nodes={tree.nodes} listed={listed} />;
}
