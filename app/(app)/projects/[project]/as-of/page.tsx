import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AsOfBar } from '@/components/overview/as-of-bar';
import { OverviewThen } from '@/components/overview/overview-then';
import { readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { knownOn, pastThen, projectThen, saidOf } from '@/lib/indicators/queries/as-of';
import { figuresIn } from '@/lib/indicators/queries/figures';
import { headline } from '@/lib/indicators/queries/headline';
import { figuresAt, indicatorPasts } from '@/lib/indicators/queries/trends';
import { asOfDay } from '@/lib/indicators/rules/as-of';
import { openProject } from '@/lib/projects/queries';
import { resultsMatrix } from '@/lib/results/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async () => ({ title: (await getTranslations('overview'))('asOfDay') });

export default async function AsOfPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'figures.read');
  const given = readParams(await searchParams, ['day', 'period']);
  const base = `/projects/${project.slug}`;
  const day = asOfDay(given.day, project);
  const known = day && (await knownOn(viewer, project, day));
  if (!known) redirect(base);
  const [head, results, rows, t, nav] = await Promise.all([headline(viewer, project, known), resultsMatrix(viewer, project.id), indicatorPasts(viewer, project), getTranslations('overview'), getTranslations('nav')]);
  const [then, pasts] = [projectThen(project, known), rows.map((row) => pastThen(row, known))];
  const over = head.periods.filter(({ to }) => to < known.day).slice(-5);
  const moments = over.map((at) => ({ period: at, figures: figuresAt(then, pasts, head.periods, at) }));
  const indicators = figuresIn(then, pasts.map(({ row }) => row), head.periods);
  return (
    <>
      <PageHeader title={project.title} context={project.projectsId} crumbs={[{ label: nav('overview'), href: base }]} meta={<span>{t('asOfCards')}</span>} />
      <AsOfBar path={`${base}/as-of`} keep={{ period: given.period }} back={base} project={project} asOf={saidOf(known, indicators)} />
      <OverviewThen project={project} day={known.day} period={given.period} headline={head} results={results} indicators={indicators} moments={moments} />
    </>
  );
}
