import { useTranslations } from 'next-intl';
import { Figure } from '@/components/ui/facts';
import { useFormat } from '@/lib/i18n/use-format';
import type { Portfolio } from '@/lib/indicators/queries/portfolio';
import { money, totals } from './words';

/** The figures of all projects that the filters leave, with what each counts. */
export function PortfolioTotals({ projects, people }: Portfolio) {
  const t = useTranslations('portfolio');
  const format = useFormat();
  const sum = (of: (project: Portfolio['projects'][number]) => number | null) => projects.reduce((all, project) => all + (of(project) ?? 0), 0);
  const overdue = sum((project) => project.reports.overdue);
  return (
    <div className="mb-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      <Figure label={t('unique')} value={format.number(people)} rule={t('uniqueRule', { sum: format.number(sum((project) => project.trained)) })} />
      <Figure label={t('participations')} value={format.number(people === null ? null : sum((project) => project.participations))} rule={t('participationsRule')} />
      <Figure label={t('equipment')} value={format.number(people === null ? null : sum((project) => project.equipment))} />
      <Figure label={t('spending')} value={money(format, totals(projects.map((project) => project.spending)))} sub={t('budgetOf', { budget: format.money(sum((project) => project.budgetUsd), 'USD') })} rule={t('spendingRule')} />
      <Figure label={t('reportsDue')} value={format.number(sum((project) => project.reports.due))} sub={t('reportsRule', { n: overdue })} />
      <Figure label={t('atRisk')} value={format.number(projects.filter((project) => project.risk.level === 'high').length)} />
    </div>
  );
}
