import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LabelChooser } from '@/components/labels/label-chooser';
import { readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { countLabels, handOversToLabel } from '@/lib/equipment/queries/labels';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('labels'))('title') };
}

export default async function LabelsPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const [handOvers, items, t] = await Promise.all([handOversToLabel(viewer, project), countLabels(viewer, project), getTranslations('labels')]);
  const found = readParams(await searchParams, ['none']).none === undefined;
  const base = `/projects/${project.slug}`;
  const owner = project.labelOwner ?? project.implementer ?? project.projectsId;
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: base }, { label: t('equipment'), href: `${base}/equipment` }]} />
      <LabelChooser base={base} items={items} found={found} handOvers={handOvers} owner={owner} contact={project.labelContact} />
    </>
  );
}
