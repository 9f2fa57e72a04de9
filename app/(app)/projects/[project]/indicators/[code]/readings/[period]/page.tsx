import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ReadingForm } from '@/components/indicators/reading-form';
import { readingValues } from '@/components/indicators/reading-values';
import { PageHeader } from '@/components/ui/page';
import { confirmationsOf } from '@/lib/guard/schema';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { indicatorDetail } from '@/lib/indicators/queries/detail';
import { openProject } from '@/lib/projects/queries';
import { decodeSegment } from '@/lib/shared/segment';
import { newId } from '@/lib/shared/ids';
import { readingDimensions } from '@/lib/shared/vocabulary';

type Props = { params: Promise<{ project: string; code: string; period: string }> };

export const generateMetadata = async () => ({ title: (await getTranslations('indicators.reading'))('title') });

export default async function ReadingPage({ params }: Props) {
  const { project: slug, code, period: periodId } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const detail = await indicatorDetail(viewer, project, decodeSegment(code), await getLanguage());
  const period = detail?.periods.find((line) => line.period.id === periodId)?.period;
  if (!detail?.readings || !period || period.closed || period.from > project.today) notFound();
  const reading = detail.readings.find((one) => one.periodId === period.id);
  if (reading?.reviewState === 'approved') notFound();
  const [t, nav, common] = await Promise.all([getTranslations('indicators.reading'), getTranslations('nav'), getTranslations('common')]);
  const { indicator } = detail;
  const base = `/projects/${project.slug}/indicators`;
  const back = `${base}/${encodeURIComponent(indicator.code)}`;
  const dimensions = readingDimensions.filter((dimension) => indicator.disaggregateBy.includes(dimension));
  const values = { projectId: project.id, indicatorId: indicator.id, periodId: period.id, confirmations: confirmationsOf(reading?.findings ?? []), ...readingValues(reading, dimensions) };
  const title = reading ? t('editFor', { period: period.name }) : t('enterFor', { period: period.name });
  return (
    <div className="max-w-3xl">
      <PageHeader title={title} context={`${indicator.code} · ${indicator.statement}`} crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: nav('indicators'), href: base }, { label: indicator.code, href: back }]} />
      <Messages namespaces={['forms', 'errors', 'guard', 'indicators', 'vocabulary']}>
        <ReadingForm values={values} dimensions={dimensions} recordId={reading?.id ?? newId()} version={reading?.version ?? null} unit={indicator.unit} today={project.today} files={reading?.files.map(({ fileName }) => fileName) ?? []} back={back} cancel={common('cancel')} />
      </Messages>
    </div>
  );
}
