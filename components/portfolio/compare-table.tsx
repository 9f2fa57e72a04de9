import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link';
import { Table, Td } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { PortfolioProject } from '@/lib/indicators/queries/portfolio';
import { opensOf } from './opens';
import { Opens } from './opens-link';
import { Participations } from './participations';
import { Due, Quality } from './portfolio-table';
import { StateBar } from './state-bar';
import { money, riskLooks, statusTones } from './words';

/** A few projects beside each other, figure by figure. */
export function CompareTable({ projects }: { projects: PortfolioProject[] }) {
  const [t, columns, words] = [useTranslations('portfolio'), useTranslations('projects.columns'), useTranslations('vocabulary.projectStatuses')];
  const format = useFormat();
  const rows: [string, (project: PortfolioProject) => ReactNode][] = [
    [columns('status'), (project) => <Badge tone={statusTones[project.status]}>{words(project.status)}</Badge>],
    [columns('period'), (project) => format.dateRange(project.startDate, project.endDate)],
    [t('outcomes'), (project) => <StateBar outcomes={project.outcomes} indicators={project.states} opens={opensOf(project)} />],
    [columns('trained'), (project) => <Opens to={project.trained ? opensOf(project).trained : null}>{format.number(project.trained)}</Opens>],
    [columns('participations'), (project) => <Participations project={project} />],
    [t('equipment'), (project) => <Opens to={project.equipment ? opensOf(project).equipment : null}>{format.number(project.equipment)}</Opens>],
    [columns('budget'), (project) => format.money(project.budgetUsd, 'USD')],
    [t('spending'), (project) => <Opens to={project.spending.length > 0 ? opensOf(project).spending : null}>{money(format, project.spending)}</Opens>],
    [t('reports'), (project) => <Due project={project} />],
    [t('quality'), (project) => <Quality project={project} />],
    [t('risk'), ({ risk }) => <Badge tone={riskLooks[risk.level][0]} icon={riskLooks[risk.level][1]}>{t(`risks.${risk.level}`)}</Badge>],
    [columns('asOf'), (project) => format.date(project.asOf)],
  ];
  return (
    <Table stack caption={t('compareTitle')}>
      <thead>
        <tr>
          <th scope="col">{t('figure')}</th>
          {projects.map((project) => <th key={project.id} scope="col" className="whitespace-normal!"><TextLink quiet href={`/projects/${project.slug}`}>{project.projectsId} {project.title}</TextLink></th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, cell]) => (
          <tr key={label}>
            <th scope="row" className="min-w-0 font-normal text-soft">{label}</th>
            {projects.map((project) => <Td key={project.id} label={project.projectsId} className="tabular">{cell(project)}</Td>)}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
