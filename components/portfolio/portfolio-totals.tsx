import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/facts';
import { useFormat } from '@/lib/i18n/use-format';
import type { Portfolio } from '@/lib/indicators/queries/portfolio';
import { hrefWith, type Params } from '@/components/ui/filters';
import type { PortfolioFigure } from '@/lib/indicators/rules/portfolio';
import { money, totals } from './words';

/** The figures of all projects that the filters leave, with what each counts; each opens the projects that add to it. */
export function PortfolioTotals({ projects, people, params }: Portfolio & { params: Params }) {
  const t = useTranslations('portfolio');
  const format = useFormat();
  const sum = (of: (project: Portfolio['projects'][number]) => number | null) => projects.reduce((all, project) => all + (of(project) ?? 0), 0);
  const overdue = sum((project) => project.reports.overdue);
  const opens = (of: PortfolioFigure, n: number | null) => (n ? `${hrefWith('/projects', params, { of, page: undefined })}#list` : undefined);
  const [participations, equipment, due, high] = [sum((project) => project.participations), sum((project) => project.equipment), sum((project) => project.reports.due), projects.filter((project) => project.risk.level === 'high').length];
  return (
    <div className="mb-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <Figure label={t('unique')} href={opens('trained', people)} value={format.number(people)} rule={t('uniqueRule', { sum: format.number(sum((project) => project.trained)) })} />
      <Figure label={t('participations')} href={opens('participations', participations)} value={format.number(people === null ? null : participations)} rule={t('participationsRule')} />
      <Figure label={t('equipment')} href={opens('equipment', equipment)} value={format.number(people === null ? null : equipment)} />
      <Figure label={t('spending')} href={opens('spending', projects.some((project) => project.spending.length > 0) ? 1 : 0)} value={money(format, totals(projects.map((project) => project.spending)))} sub={t('budgetOf', { budget: format.money(sum((project) => project.budgetUsd), 'USD') })} rule={t('spendingRule')} />
      <Figure label={t('reportsDue')} href={opens('reports', due)} value={format.number(due)} sub={t('reportsRule', { n: overdue })} />
      <Figure label={t('atRisk')} href={opens('risk', high)} value={format.number(high)} />
    </div>
  );
}
