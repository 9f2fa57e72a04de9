import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { IndicatorTable } from '@/components/indicators/indicator-table';
import { NearDeadlines } from '@/components/deadlines/near-deadlines';
import { Drawn } from '@/components/ui/drawn';
import { Banner } from '@/components/ui/feedback';
import { Card, Section } from '@/components/ui/page';
import { getFormat } from '@/lib/i18n/server';
import type { Alert } from '@/lib/deadlines/rules';
import type { CooperationSummary } from '@/lib/indicators/queries/cooperation';
import type { Gaps, Waiting } from '@/lib/indicators/queries/desk';
import type { IndicatorFigure } from '@/lib/indicators/queries/figures';
import type { Headline } from '@/lib/indicators/queries/headline';
import type { Delivery } from '@/lib/overview/queries/delivery';
import type { News } from '@/lib/overview/queries/visit';
import { type CardPlace, filled } from '@/lib/overview/rules';
import type { PeriodView } from '@/lib/projects/queries';
import type { ResultNode } from '@/lib/results/queries';
import { dateIn } from '@/lib/shared/dates';
import type { LevelTemplate, OverviewCard } from '@/lib/shared/vocabulary';
import { BudgetCard } from './budget-card';
import { ChangesCard } from './changes-card';
import { CooperationCard } from './cooperation-card';
import { DeliveryCard } from './delivery-card';
import { DeskCard } from './desk-card';
import { GapsCard } from './gaps-card';
import { HeadlineFigures } from './headline-figures';
import { MonthsCard } from './months-card';
import { PeriodsCard } from './periods-card';
import { RetainedCard } from './retained-card';
import { StateSummary } from './state-summary';
import { type Moment, TrendsCard } from './trends-card';

type Props = {
  project: { id: string; slug: string; timeZone: string; suppressionMinimum: number; today: string; budgetUsd: string | null; levelTemplate: LevelTemplate };
  /** may records be opened, or are these aggregates for a donor? */
  records: boolean;
  headline: Headline;
  results: ResultNode[];
  indicators: IndicatorFigure[];
  waiting: Waiting;
  gaps: Gaps;
  periods: PeriodView[];
  /** the period asked for in the address */
  period?: string;
  delivery: Delivery;
  moments: Moment[];
  cooperation: CooperationSummary;
  cards: CardPlace[];
  news: News;
  alerts: Alert[];
};

// How many of three columns a card takes; more where nothing stands beside it.
const wide: Record<OverviewCard, 1 | 2 | 3> = { figures: 3, todo: 1, months: 2, gaps: 1, periods: 2, indicators: 3, trends: 3, delivery: 3, budget: 3, cooperation: 2, retained: 1, changes: 3 };
const spans = ['', '', 'lg:col-span-2', 'lg:col-span-3'];

/** The morning page of a project: are outcomes reached, who was trained, what waits; in the reader's own order. */
export async function ProjectOverview({ cards, ...props }: Props) {
  const drawn = await drawCards(props);
  const shown = cards.flatMap(({ card, hidden }) => {
    const draw = hidden ? null : drawn[card];
    return draw ? [{ card, draw }] : [];
  });
  const widths = filled(shown.map(({ card }) => wide[card]));
  return (
    <div className="grid items-start gap-3 lg:grid-cols-3">
      {shown.map(({ card, draw }, at) => {
        // The list of changes notes that it was seen.
        const As = card === 'changes' ? 'div' : Drawn;
        return <As key={card} className={`min-w-0 ${spans[widths[at] ?? 1]}`}>{draw()}</As>;
      })}
    </div>
  );
}

async function drawCards({ project, records, headline, results, indicators, waiting, gaps, periods, period, delivery, moments, cooperation, news, alerts }: Omit<Props, 'cards'>): Promise<Record<OverviewCard, (() => ReactNode) | null>> {
  const [t, common, format] = await Promise.all([getTranslations('projects'), getTranslations('common'), getFormat()]);
  const base = `/projects/${project.slug}`;
  const open = records ? base : null;
  const behind = indicators.filter((indicator) => indicator.state === 'off_track').length;
  const oldest = waiting.oldest && t('overview.oldest', { date: format.date(dateIn(project.timeZone, waiting.oldest)) });
  const lines = [
    { key: 'waiting', n: waiting.waiting, text: t('overview.waiting', { n: waiting.waiting }), hint: oldest ?? undefined, href: `${base}/review`, icon: 'clock' as const },
    { key: 'points', n: headline.actionPoints.overdue, text: t('overview.points', { n: headline.actionPoints.overdue }), href: `${base}/action-points?status=overdue`, icon: 'flag' as const },
    { key: 'behind', n: behind, text: t('overview.behind', { n: behind }), href: `${base}/indicators?state=off_track`, icon: 'warning' as const },
  ];
  return {
    figures: () => (
      <Section title={t('overview.figures')} id="figures" className="mb-2!" action={headline.asOf && <span className="text-xs text-soft">{common('asOf', { date: format.date(headline.asOf) })}</span>}>
        {headline.asOf === null && <div className="mb-3"><Banner>{t('notComputed')}</Banner></div>}
        <HeadlineFigures headline={headline} base={open} minimum={project.suppressionMinimum} />
      </Section>
    ),
    todo: records ? () => <DeskCard title={t('overview.todo')} id="todo" lines={lines}><NearDeadlines alerts={alerts} base={base} /></DeskCard> : null,
    months: () => <MonthsCard months={delivery.months} base={open} />,
    gaps: records ? () => <GapsCard gaps={gaps} base={base} /> : null,
    periods: () => <PeriodsCard periods={periods} cells={headline.perPeriod} asked={period} today={project.today} asOf={headline.asOf} path={base} records={open} />,
    indicators: () => (
      <Card title={t('overview.indicators')} id="indicators" action={<StateSummary indicators={indicators} base={base} />} flush>
        <IndicatorTable results={results} indicators={indicators} base={base} caption={t('overview.indicators')} template={project.levelTemplate} />
      </Card>
    ),
    delivery: () => <DeliveryCard template={project.levelTemplate} delivery={delivery} results={results} people={headline.people.unique} today={project.today} base={open} />,
    trends: () => <TrendsCard results={results} moments={moments} indicators={indicators} base={base} template={project.levelTemplate} />,
    budget: records ? () => <BudgetCard budgetUsd={project.budgetUsd === null ? null : Number(project.budgetUsd)} lines={headline.budget} kinds={delivery.kinds} base={base} /> : null,
    cooperation: () => <CooperationCard summary={cooperation} base={base} records={records} />,
    retained: () => <RetainedCard retained={headline.retained} base={open} minimum={project.suppressionMinimum} />,
    changes: () => <ChangesCard news={news} project={project} />,
  };
}
