import { useTranslations } from 'next-intl';
import { IndicatorTable } from '@/components/indicators/indicator-table';
import { Card, Section } from '@/components/ui/page';
import type { IndicatorFigure } from '@/lib/indicators/queries/figures';
import type { Headline } from '@/lib/indicators/queries/headline';
import type { ResultNode } from '@/lib/results/queries';
import type { LevelTemplate } from '@/lib/shared/vocabulary';
import { HeadlineFigures } from './headline-figures';
import { PeriodsCard } from './periods-card';
import { RetainedCard } from './retained-card';
import { type Moment, TrendsCard } from './trends-card';

type Props = { project: { slug: string; suppressionMinimum: number; levelTemplate: LevelTemplate }; day: string; period?: string; headline: Headline; results: ResultNode[]; indicators: IndicatorFigure[]; moments: Moment[] };

/** The figures of a project as they were known on a day of the past. They open no lists, since lists hold what is recorded now; an indicator opens as of the same day. */
export function OverviewThen({ project, day, period, headline, results, indicators, moments }: Props) {
  const t = useTranslations('projects.overview');
  const base = `/projects/${project.slug}`;
  return (
    <div className="grid items-start gap-3 lg:grid-cols-3">
      <div className="lg:col-span-3"><Section title={t('figures')} id="figures" className="mb-2!"><HeadlineFigures headline={headline} base={null} minimum={project.suppressionMinimum} /></Section></div>
      <div className="min-w-0 lg:col-span-2"><PeriodsCard periods={headline.periods} cells={headline.perPeriod} asked={period} today={day} asOf={day} path={`${base}/as-of`} records={null} day={day} /></div>
      <RetainedCard retained={headline.retained} base={null} minimum={project.suppressionMinimum} />
      <div className="min-w-0 lg:col-span-3">
        <Card title={t('indicators')} id="indicators" flush><IndicatorTable results={results} indicators={indicators} base={base} caption={t('indicators')} template={project.levelTemplate} day={day} /></Card>
      </div>
      <div className="min-w-0 lg:col-span-3"><TrendsCard results={results} moments={moments} indicators={indicators} base={null} template={project.levelTemplate} day={day} /></div>
    </div>
  );
}
