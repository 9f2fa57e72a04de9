import type { OutTable } from '@/lib/exchange/write';
import type { PortfolioProject } from '@/lib/indicators/queries/portfolio';
import type { RiskLevel } from '@/lib/indicators/rules/portfolio';
import type { ProjectStatus } from '@/lib/shared/vocabulary';

export type TableWords = {
  column: (key: 'project' | 'status' | 'period' | 'budget' | 'trained' | 'participations' | 'asOf') => string;
  figure: (key: 'outcomes' | 'equipment' | 'spending' | 'reportsDue' | 'quality' | 'risk') => string;
  filter: (key: 'region' | 'country' | 'type' | 'year') => string;
  status: (status: ProjectStatus) => string;
  risk: (level: RiskLevel) => string;
};

/** The portfolio as a table for a file: numbers as numbers, nothing where there is no data. Amounts spent have a column per currency. */
export function portfolioTable(name: string, projects: readonly PortfolioProject[], words: TableWords): OutTable {
  const currencies = [...new Set(projects.flatMap((project) => project.spending.map(({ currency }) => currency)))].sort();
  const number = (header: string) => ({ header, type: 'number' as const });
  const date = (header: string) => ({ header, type: 'date' as const });
  const columns = [
    ...[{ header: 'Projects id', width: 14 }, { header: words.column('project'), width: 50 }, { header: words.column('status') }, { header: words.filter('region') }, { header: words.filter('country') }, { header: words.filter('type') }, number(words.filter('year'))],
    ...[date(`${words.column('period')} →`), date(`→ ${words.column('period')}`), number(`${words.column('budget')} USD`)],
    ...[{ header: words.figure('outcomes') }, number(words.column('trained')), number(words.column('participations')), number(words.figure('equipment'))],
    ...currencies.map((currency) => number(`${words.figure('spending')} ${currency}`)),
    ...[number(words.figure('reportsDue')), { header: words.figure('quality') }, { header: words.figure('risk') }, date(words.column('asOf'))],
  ];
  const rows = projects.map((project) => [
    ...[project.projectsId, project.title, words.status(project.status), project.region, project.countries.join(', '), project.type, project.year],
    ...[project.startDate, project.endDate, project.budgetUsd],
    ...[`${project.outcomes.achieved + project.outcomes.on_track} / ${Object.values(project.outcomes).reduce((sum, n) => sum + n, 0)}`, project.trained, project.participations, project.equipment],
    ...currencies.map((currency) => project.spending.find((amount) => amount.currency === currency)?.amount ?? null),
    ...[project.reports.due, `${project.withData} / ${project.indicators}`, words.risk(project.risk.level), project.asOf],
  ]);
  return { name, columns, rows };
}
