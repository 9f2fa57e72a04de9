import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LabelChooser } from '@/components/labels/label-chooser';
import { PageHeader } from '@/components/ui/page';
import { handOversToLabel } from '@/lib/equipment/queries/labels';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('labels'))('title') };
}

export default async function LabelsPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const [handOvers, t] = [await handOversToLabel(viewer, project), await getTranslations('labels')];
  const base = `/projects/${project.slug}`;
  const owner = project.labelOwner ?? project.implementer ?? project.projectsId;
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: base }, { label: t('equipment'), href: `${base}/equipment` }]} />
      <LabelChooser base={base} handOvers={handOvers} owner={owner} contact={project.labelContact} />
    </>
  );
}
