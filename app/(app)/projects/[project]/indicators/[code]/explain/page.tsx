import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { readParams } from '@/components/ui/filters';
import { Explanation } from '@/components/indicators/explanation';
import { getLanguage } from '@/lib/i18n/server';
import { knownOn, projectThen, saidOf } from '@/lib/indicators/queries/as-of';
import { explainIndicator } from '@/lib/indicators/queries/explain';
import { asOfDay } from '@/lib/indicators/rules/as-of';
import { explainAsked } from '@/lib/indicators/rules/explain/asked';
import { openProject } from '@/lib/projects/queries';
import { decodeSegment } from '@/lib/shared/segment';

type Props = { params: Promise<{ project: string; code: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async () => ({ title: (await getTranslations('indicators.explain'))('title') });

export default async function ExplainPage({ params, searchParams }: Props) {
  const { project: slug, code } = await params;
  const { viewer, project } = await openProject(slug, 'records.read');
  const query = await searchParams;
  const asked = explainAsked(query);
  const day = asOfDay(readParams(query, ['day']).day, project);
  const known = day ? await knownOn(viewer, project, day, 'all') : null;
  const explained = await explainIndicator(viewer, project, decodeSegment(code), asked, await getLanguage(), known);
  if (!explained) notFound();
  return <Explanation project={known ? { ...projectThen(project, known), today: project.today } : project} asOf={known && saidOf(known, [explained.detail.indicator])} explained={explained} asked={asked} />;
}
