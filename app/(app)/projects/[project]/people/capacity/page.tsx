import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CapacityExport } from '@/components/people/capacity-export';
import { CapacityMatrix } from '@/components/people/capacity-matrix';
import { CapacityShares } from '@/components/people/capacity-shares';
import { CapacityUnits } from '@/components/people/capacity-units';
import { PeopleHeader } from '@/components/people/people-header';
import { Filters, readParams } from '@/components/ui/filters';
import { getLanguage } from '@/lib/i18n/server';
import { capacityView } from '@/lib/people/queries/capacity-view';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('capacity'))('title') };
}

export default async function CapacityPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'people.read');
  const given = readParams(await searchParams, ['institution', 'topic', 'trained']);
  const [view, t] = [await capacityView(viewer, project, await getLanguage(), given), await getTranslations('capacity')];
  const base = `/projects/${project.slug}/people`;
  const { name } = view.tree;
  const filters = [
    { name: 'institution', label: t('unit'), options: view.units.map(({ institutionId }) => ({ value: institutionId, label: name(institutionId) })) },
    { name: 'topic', label: t('topic'), options: view.topics.map((topic) => ({ value: topic, label: topic })) },
    { name: 'trained', label: t('trainedFilter'), options: [{ value: 'yes', label: t('trained') }, { value: 'no', label: t('notTrained') }] },
  ];
  const unit = name(view.institutionId);
  return (
    <>
      <PeopleHeader project={project} tab="capacity" title={t('title')} intro={t('intro')} action={<CapacityExport path={`${base}/capacity`} params={given} />} />
      <CapacityShares shares={view.shares} />
      <Filters path={`${base}/capacity`} params={given} filters={filters} />
      <div className="grid grid-cols-1 gap-6">
        <CapacityUnits path={`${base}/capacity`} params={given} units={view.units} chosen={view.institutionId} institutionName={name} />
        {view.institutionId && <CapacityMatrix base={base} title={t('matrixTitle', { unit, n: view.inPost.length })} rows={view.inPost} topics={view.columns} unit={view.institutionId} institutionName={name} />}
        {view.institutionId && <CapacityMatrix base={base} title={t('goneTitle', { unit, n: view.gone.length })} rows={view.gone} topics={view.columns} unit={view.institutionId} institutionName={name} gone />}
      </div>
    </>
  );
}
