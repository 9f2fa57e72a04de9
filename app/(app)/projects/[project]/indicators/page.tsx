import { getTranslations } from 'next-intl/server';
import { IndicatorTable } from '@/components/indicators/indicator-table';
import { ButtonLink } from '@/components/ui/button';
import { Drawn } from '@/components/ui/drawn';
import { Banner, EmptyState } from '@/components/ui/feedback';
import { Filters, readParams } from '@/components/ui/filters';
import { Card, PageHeader } from '@/components/ui/page';
import { getFormat } from '@/lib/i18n/server';
import { indicatorList } from '@/lib/indicators/queries/trends';
import { outcomeMet, standsAs } from '@/lib/indicators/rules/portfolio';
import { openProject } from '@/lib/projects/queries';
import { resultsMatrix } from '@/lib/results/queries';
import { indicatorStates } from '@/lib/shared/vocabulary';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async () => ({ title: (await getTranslations('indicators'))('title') });
/** In the address: indicators of the objective itself, below no outcome. */
const objective = '-';

export default async function IndicatorsPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'figures.read');
  const given = readParams(await searchParams, ['outcome', 'outcomes', 'state', 'at']);
  const [t, words, common, format, results, { indicators: all, over, at, plans }] = await Promise.all([
    getTranslations('indicators'),
    getTranslations('vocabulary'),
    getTranslations('common'),
    getFormat(),
    resultsMatrix(viewer, project.id),
    indicatorList(viewer, project, given.at),
  ]);
  const path = `/projects/${project.slug}/indicators`;
  const level = (name: 'outcome' | 'objective') => words(`levelNames.${project.levelTemplate}.${name}`);
  const outcomes = results.filter((result) => result.level === 'outcome');
  const outcome = outcomes.find(({ code }) => code === given.outcome);
  const below = ({ outcomeId }: { outcomeId: string | null }) => !given.outcome || (given.outcome === objective ? outcomeId === null : outcomeId === outcome?.id);
  const shown = all.filter((indicator) => below(indicator) && standsAs(indicator, given.state) && (!given.outcomes || outcomeMet(all, indicator.outcomeId) === (given.outcomes === 'met')));
  const filters = [
    { name: 'outcome', label: level('outcome'), options: [...outcomes.map(({ code, statement }) => ({ value: code, label: `${code} ${statement}` })), { value: objective, label: level('objective') }] },
    { name: 'state', label: t('state'), options: [...indicatorStates.map((value) => ({ value, label: words(`indicatorStates.${value}`) })), { value: 'with_data', label: t('withData') }] },
    { name: 'outcomes', label: t('outcomes'), options: (['met', 'open'] as const).map((value) => ({ value, label: t(`outcomesAre.${value}`) })) },
    { name: 'at', label: t('atPeriod'), none: t('atNow'), options: over.map(({ id, name }) => ({ value: id, label: name })) },
  ];
  const nothing = Object.keys(given).length > 0 ? <EmptyState icon="indicator" title={common('noResults')} /> : <EmptyState icon="indicator" title={t('empty.title')}>{t('empty.body')}</EmptyState>;
  return (
    <>
      <PageHeader title={t('title')} crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }]} action={project.may('records.read') && all.some(({ method }) => method === 'reported') && <ButtonLink icon="edit" href={`${path}/readings`}>{t('grid.title')}</ButtonLink>} />
      {all.length > 0 && <Filters path={path} params={given} filters={filters} />}
      {at && <div className="mb-3"><Banner>{t('atPeriodNote', { period: at.name, date: format.date(at.to) })} {plans.judged > 0 && t('atPeriodJudged', { n: plans.judged })} {plans.counted > 0 && t('atPeriodCounted', { n: plans.counted })}</Banner></div>}
      <Drawn><Card flush className="overflow-hidden">
        {shown.length > 0 ? <IndicatorTable results={results} indicators={shown} base={`/projects/${project.slug}`} caption={t('title')} template={project.levelTemplate} expectedOn={at?.to} /> : nothing}
      </Card></Drawn>
    </>
  );
}
