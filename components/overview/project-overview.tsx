import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { IndicatorTable } from '@/components/indicators/indicator-table';
import { NearDeadlines } from '@/components/deadlines/near-deadlines';
import { DrawnBefore } from '@/components/ui/drawn';
import { Banner } from '@/components/ui/feedback';
import { htmlOf } from '@/components/ui/html';
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
import { type Behind, type KeptCards, runOf } from './kept-cards';
import { MonthsCard } from './months-card';
import { PeriodsCard } from './periods-card';
import { RetainedCard } from './retained-card';
import { StateSummary } from './state-summary';
import { type Moment, TrendsCard } from './trends-card';

type Project = { id: string; slug: string; timeZone: string; suppressionMinimum: number; today: string; budgetUsd: string | null; levelTemplate: LevelTemplate };
export type OverviewFacts = {
  headline: Headline;
  results: ResultNode[];
  indicators: IndicatorFigure[];
  gaps: Gaps;
  delivery: Delivery;
  moments: Moment[];
  cooperation: CooperationSummary;
};
type Props = {
  project: Project;
  /** may records be opened, or are these aggregates for a donor? */
  records: boolean;
  /** the period asked for in the address */
  period?: string;
  cards: CardPlace[];
  /** read on each visit: this reader's news, what waits for them, and deadlines past or near */
  news: News;
  alerts: Alert[];
  waiting: Waiting;
  /** the cards drawn before */
  kept: KeptCards;
  /** what the others are drawn from; null: all that this reader shows were drawn before */
  facts: OverviewFacts | null;
};

// How many of three columns a card takes; more where nothing stands beside it.
const wide: Record<OverviewCard, 1 | 2 | 3> = { figures: 3, todo: 1, months: 2, gaps: 1, periods: 2, indicators: 3, trends: 3, delivery: 3, budget: 3, cooperation: 2, retained: 1, changes: 3 };
const spans = ['', '', 'lg:col-span-2', 'lg:col-span-3'];

/** Is a card the same for all readers with the same rights? The others are kept under what they say to one reader, or drawn by React each time. */
const isShared = (card: OverviewCard): card is SharedCard => card !== 'todo' && card !== 'changes';

/** Whether all that this reader shows was drawn before. */
export const isDrawn = (kept: KeptCards, cards: readonly CardPlace[]) => kept.behind !== null && cards.every(({ card, hidden }) => hidden || !isShared(card) || kept.drawn.has(card));

/** How far the project lags behind, for the list of things to do. */
export const behindOf = ({ indicators, headline }: OverviewFacts): Behind => ({ indicators: indicators.filter(({ state }) => state === 'off_track').length, points: headline.actionPoints.overdue });

type Draw = () => ReactNode;

/** The morning page of a project: are outcomes reached, who was trained, what waits; in the reader's own order. */
export async function ProjectOverview({ cards, kept, facts, waiting, news, alerts, project, records, period }: Props) {
  const draws = facts && (await sharedCards({ ...facts, project, records, period }));
  const todo = records && kept.behind ? { says: JSON.stringify([waiting, alerts]), draw: await todoCard(project, waiting, kept.behind, alerts) } : null;
  return <Cards cards={cards.flatMap(({ card, hidden }) => (hidden ? [] : [card]))} kept={kept} draws={draws} todo={todo} changes={() => <ChangesCard news={news} project={project} />} />;
}

type CardsProps = { cards: readonly OverviewCard[]; kept: KeptCards; draws: Record<SharedCard, Draw | null> | null; /** of this reader alone: kept under all it says */ todo: { says: string; draw: Draw } | null; changes: Draw };

// Not asynchronous: components that are drawn as HTML read translations, which React allows only while it renders.
function Cards({ cards, kept, draws, todo, changes }: CardsProps) {
  const htmlOfShared = (card: SharedCard): string | null => {
    const before = kept.drawn.get(card);
    if (before !== undefined) return before;
    const draw = draws?.[card];
    const html = draw ? htmlOf(draw()) : null;
    kept.drawn.set(card, html);
    return html;
  };
  const shown = cards.filter((card) => (isShared(card) ? htmlOfShared(card) !== null : card === 'changes' || todo));
  const widths = filled(shown.map((card) => wide[card]));
  const placed = shown.map((card, at) => ({ card, className: `min-w-0 ${spans[widths[at] ?? 1]}` }));
  const htmlOfCard = (card: OverviewCard) => (isShared(card) ? htmlOfShared(card) : todo && htmlOf(todo.draw())) ?? '';
  // The list of changes notes that it was seen, so React draws it. What stands before and after it goes to the browser as one part each, kept as a whole: put
  // together anew it would be copied letter by letter.
  return (
    <div className="grid items-start gap-3 lg:grid-cols-3">
      {sideBySide(placed, ({ card }) => card === 'changes').map((run) => {
        const key = run.map(({ card, className }) => `${card} ${className}`).join();
        if (run[0]?.card === 'changes') return <div key={key} className={run[0].className}>{changes()}</div>;
        const under = run.some(({ card }) => card === 'todo') ? `${key} ${todo?.says}` : key;
        return <DrawnBefore key={key} className="contents" html={runOf(kept, under, () => run.map(({ card, className }) => `<div class="${className}">${htmlOfCard(card)}</div>`).join(''))} />;
      })}
    </div>
  );
}

/** Items in their order, those side by side of one kind as one list. */
function sideBySide<T>(items: readonly T[], kind: (item: T) => boolean): T[][] {
  const runs: T[][] = [];
  for (const [at, item] of items.entries()) {
    const before = items[at - 1];
    if (before !== undefined && kind(before) === kind(item)) runs.at(-1)?.push(item);
    else runs.push([item]);
  }
  return runs;
}

async function todoCard(project: Project, waiting: Waiting, behind: Behind, alerts: Alert[]): Promise<Draw> {
  const [t, format] = await Promise.all([getTranslations('projects'), getFormat()]);
  const base = `/projects/${project.slug}`;
  const oldest = waiting.oldest && t('overview.oldest', { date: format.date(dateIn(project.timeZone, waiting.oldest)) });
  const lines = [
    { key: 'waiting', n: waiting.waiting, text: t('overview.waiting', { n: waiting.waiting }), hint: oldest ?? undefined, href: `${base}/review`, icon: 'clock' as const },
    { key: 'points', n: behind.points, text: t('overview.points', { n: behind.points }), href: `${base}/action-points?status=overdue`, icon: 'flag' as const },
    { key: 'behind', n: behind.indicators, text: t('overview.behind', { n: behind.indicators }), href: `${base}/indicators?state=off_track`, icon: 'warning' as const },
  ];
  return () => <DeskCard title={t('overview.todo')} id="todo" lines={lines}><NearDeadlines alerts={alerts} base={base} /></DeskCard>;
}

type SharedCard = Exclude<OverviewCard, 'todo' | 'changes'>;

async function sharedCards({ project, records, period, headline, results, indicators, gaps, delivery, moments, cooperation }: OverviewFacts & Pick<Props, 'project' | 'records' | 'period'>): Promise<Record<SharedCard, Draw | null>> {
  const [t, common, format] = await Promise.all([getTranslations('projects'), getTranslations('common'), getFormat()]);
  const base = `/projects/${project.slug}`;
  const open = records ? base : null;
  return {
    figures: () => (
      <Section title={t('overview.figures')} id="figures" className="mb-2!" action={headline.asOf && <span className="text-xs text-soft">{common('asOf', { date: format.date(headline.asOf) })}</span>}>
        {headline.asOf === null && <div className="mb-3"><Banner>{t('notComputed')}</Banner></div>}
        <HeadlineFigures headline={headline} base={open} minimum={project.suppressionMinimum} />
      </Section>
    ),
    months: () => <MonthsCard months={delivery.months} base={open} />,
    gaps: records ? () => <GapsCard gaps={gaps} base={base} /> : null,
    periods: () => <PeriodsCard periods={headline.periods} cells={headline.perPeriod} asked={period} today={project.today} asOf={headline.asOf} path={base} records={open} />,
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
  };
}
