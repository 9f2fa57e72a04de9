import { getTranslations } from 'next-intl/server';
import { PlaceMap } from '@/components/places/place-map';
import { PlaceTable } from '@/components/places/place-table';
import { EmptyState } from '@/components/ui/feedback';
import { Card, PageHeader } from '@/components/ui/page';
import { activityPlaces, outlines } from '@/lib/places/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export const generateMetadata = async () => ({ title: (await getTranslations('places'))('title') });

export default async function PlacesPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'figures.read');
  const [t, lines] = [await getTranslations('places'), await activityPlaces(viewer, project)];
  const base = `/projects/${project.slug}`;
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: base }]} />
      {lines.length === 0 ? <Card flush><EmptyState icon="pin" title={t('none')} /></Card> : (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          <Card title={t('map')} id="map"><PlaceMap lines={lines} outlines={outlines()} /></Card>
          <Card title={t('table')} id="table" flush><PlaceTable lines={lines} base={project.may('records.read') ? base : null} /></Card>
        </div>
      )}
    </>
  );
}
