import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link';
import { Table, Td, Th } from '@/components/ui/table';
import type { Format } from '@/lib/i18n/format';
import { useFormat } from '@/lib/i18n/use-format';
import type { PortfolioProject } from '@/lib/indicators/queries/portfolio';
import type { PortfolioFigure } from '@/lib/indicators/rules/portfolio';
import { opensOf } from './opens';
import { Opens } from './opens-link';
import { totals } from './words';

type Opened = ReturnType<typeof opensOf>;
/** What each project adds, and where its own list of it is. */
type Column = { key: string; label: string; of: (project: PortfolioProject) => number; to: (opens: Opened) => string | null; write: (n: number) => string };
type Props = { figure: Exclude<PortfolioFigure, 'risk'>; /** all that add to it */ projects: PortfolioProject[]; /** those drawn on this page */ shown: PortfolioProject[]; /** persons, each once */ people: number | null };

/** The projects that add to a figure with what each adds, and their sum: the number that opened this list. */
export function FigureTable({ figure, projects, shown, people }: Props) {
  const [t, columns] = [useTranslations('portfolio'), useTranslations('projects.columns')];
  const parts = useColumns(figure, projects);
  const sum = (part: Column) => projects.reduce((all, project) => all + part.of(project), 0);
  const [first] = parts;
  const repeated = figure === 'trained' && first && people !== null ? sum(first) - people : 0;
  const total = (label: string, cells: string[]) => <tr><th scope="row">{label}</th>{cells.map((cell, at) => <Td key={parts[at]?.key} numeric label={parts[at]?.label} className="font-semibold">{cell}</Td>)}</tr>;
  return (
    <Table stack caption={t(`figures.${figure}`)}>
      <thead><tr><Th>{columns('project')}</Th>{parts.map(({ key, label }) => <Th key={key} numeric className="whitespace-normal!">{label}</Th>)}</tr></thead>
      <tbody>
        {shown.map((project) => (
          <tr key={project.id}>
            <th scope="row" className="min-w-0 font-normal"><TextLink quiet href={`/projects/${project.slug}`}>{project.title}</TextLink><span className="block text-xs text-soft">{project.projectsId}</span></th>
            {parts.map((part) => <Td key={part.key} numeric label={part.label}><Opens to={part.of(project) > 0 ? part.to(opensOf(project)) : null}>{part.write(part.of(project))}</Opens></Td>)}
          </tr>
        ))}
      </tbody>
      <tfoot>
        {total(t('sum'), parts.map((part) => part.write(sum(part))))}
        {repeated > 0 && first && total(t('repeated'), [first.write(-repeated)])}
        {repeated > 0 && first && total(t('unique'), [first.write(people ?? 0)])}
      </tfoot>
    </Table>
  );
}

function useColumns(figure: Props['figure'], projects: readonly PortfolioProject[]): Column[] {
  const t = useTranslations('portfolio');
  const format = useFormat();
  const count = (key: string, label: string, of: Column['of'], to: Column['to']): Column => ({ key, label, of, to, write: format.number });
  if (figure === 'spending') return totals(projects.map(({ spending }) => spending)).map(({ currency }) => inCurrency(currency, format));
  if (figure === 'reports') return [count('due', t('reportsDue'), ({ reports }) => reports.due, ({ reports }) => reports), count('overdue', t('overdue'), ({ reports }) => reports.overdue, ({ reports }) => reports)];
  if (figure === 'equipment') return [count('equipment', t('equipment'), ({ equipment }) => equipment ?? 0, ({ equipment }) => equipment)];
  if (figure === 'trained') return [count('trained', t('unique'), ({ trained }) => trained ?? 0, ({ trained }) => trained)];
  const named = ({ participations, unnamed }: PortfolioProject) => (participations ?? 0) - (unnamed ?? 0);
  return [count('named', t('withNames'), named, ({ participations }) => participations), count('unnamed', t('withoutNames'), ({ unnamed }) => unnamed ?? 0, ({ unnamed }) => unnamed), count('all', t('participations'), ({ participations }) => participations ?? 0, () => null)];
}

const inCurrency = (currency: string, format: Format): Column => ({ key: currency, label: currency, of: ({ spending }) => spending.find((one) => one.currency === currency)?.amount ?? 0, to: ({ spending }) => spending, write: (n) => format.money(Math.round(100 * n) / 100, currency) });
