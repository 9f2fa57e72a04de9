import { type IndicatorState, type ProjectStatus, projectStatuses } from '@/lib/shared/vocabulary';

/** The state of an outcome from those of the indicators under it: as bad as its worst; no data only where none has any. Without a target nothing can be said. */
export function outcomeState(states: readonly IndicatorState[]): IndicatorState {
  const told = states.filter((state) => state !== 'no_data' && state !== 'no_target');
  if (told.length === 0) return states.includes('no_data') ? 'no_data' : 'no_target';
  return (['off_track', 'at_risk', 'on_track'] as const).find((bad) => told.includes(bad)) ?? 'achieved';
}

/** Is the outcome above these indicators on track or achieved? Null: what stands below no outcome. */
export function outcomeMet(indicators: readonly { outcomeId: string | null; state: IndicatorState }[], outcomeId: string | null): boolean | null {
  return outcomeId === null ? null : ['achieved', 'on_track'].includes(outcomeState(indicators.filter((one) => one.outcomeId === outcomeId).map(({ state }) => state)));
}

/** Does an indicator stand as asked: in a state, or, 'with_data', in any but no data? Nothing asked: yes. */
export const standsAs = ({ state }: { state: IndicatorState }, asked: string | undefined): boolean => !asked || (asked === 'with_data' ? state !== 'no_data' : state === asked);

export type RiskFacts = { states: Record<IndicatorState, number>; reportsOverdue: number; deadlinesOverdue: number; stale: number };
export type RiskLevel = 'high' | 'medium' | 'low';
export type Risk = { points: number; level: RiskLevel };

/**
 * How much a project needs looking after: of the indicators that can be assessed, those off track count whole and those at risk half, in percent; each report or
 * deadline of the Fund that is overdue adds 20, and old drafts 5. High from 50 points, medium from 20.
 */
export function riskOf({ states, reportsOverdue, deadlinesOverdue, stale }: RiskFacts): Risk {
  const assessed = states.achieved + states.on_track + states.at_risk + states.off_track;
  const behind = assessed === 0 ? 0 : (100 * (states.off_track + states.at_risk / 2)) / assessed;
  const points = Math.round(behind + 20 * (reportsOverdue + deadlinesOverdue) + (stale > 0 ? 5 : 0));
  return { points, level: points >= 50 ? 'high' : points >= 20 ? 'medium' : 'low' };
}

export const portfolioSorts = ['title', 'risk', 'trained', 'budget', 'end'] as const;
export type PortfolioSort = (typeof portfolioSorts)[number];
export type PortfolioFilter = { q: string | null; region: string | null; country: string | null; type: string | null; year: number | null; status: ProjectStatus | null; sort: PortfolioSort };

/** What an address asks of the portfolio; what is not known there filters nothing. */
export function portfolioFilter(given: Partial<Record<string, string>>): PortfolioFilter {
  const year = /^\d{4}$/.test(given.year ?? '') ? Number(given.year) : null;
  const text = (value: string | undefined) => value?.trim() || null;
  return {
    ...{ q: text(given.q), region: text(given.region), country: text(given.country), type: text(given.type), year },
    status: projectStatuses.find((known) => known === given.status) ?? null,
    sort: portfolioSorts.find((known) => known === given.sort) ?? 'title',
  };
}

/** The figures over all projects that open the projects which add to them. */
export const portfolioFigures = ['trained', 'participations', 'equipment', 'spending', 'reports', 'risk'] as const;
export type PortfolioFigure = (typeof portfolioFigures)[number];

/** The figure whose projects an address asks for; null: none that is known. */
export const figureAsked = (text: string | undefined): PortfolioFigure | null => portfolioFigures.find((known) => known === text) ?? null;

type Adding = { trained: number | null; participations: number | null; equipment: number | null; spending: readonly unknown[]; reports: { due: number }; risk: Risk };
const adds: Record<PortfolioFigure, (project: Adding) => boolean> = {
  trained: ({ trained }) => Boolean(trained),
  participations: ({ participations }) => Boolean(participations),
  equipment: ({ equipment }) => Boolean(equipment),
  spending: ({ spending }) => spending.length > 0,
  reports: ({ reports }) => reports.due > 0,
  risk: ({ risk }) => risk.level === 'high',
};

/** The projects that add to a figure, in the order they come in; all of them where none is asked for. */
export const adding = <T extends Adding>(projects: readonly T[], asked: PortfolioFigure | null): T[] => (asked === null ? [...projects] : projects.filter(adds[asked]));

/** Can so many projects stand beside each other? */
export const comparable = (n: number): boolean => n >= 2 && n <= 4;

type Sortable = { title: string; trained: number | null; budgetUsd: number | null; endDate: string | null; risk: Risk };
const by: Record<PortfolioSort, (a: Sortable, b: Sortable) => number> = {
  title: () => 0, // as the database sorts titles
  risk: (a, b) => b.risk.points - a.risk.points,
  trained: (a, b) => (b.trained ?? -1) - (a.trained ?? -1),
  budget: (a, b) => (b.budgetUsd ?? -1) - (a.budgetUsd ?? -1),
  end: (a, b) => (a.endDate ?? '9999').localeCompare(b.endDate ?? '9999'),
};

/** The projects in the order asked for; equal ones stay by title. */
export const sorted = <T extends Sortable>(projects: readonly T[], sort: PortfolioSort): T[] => [...projects].sort(by[sort]);
