import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { TextLink } from '@/components/ui/link';
import type { Params } from '@/components/ui/filters';
import { Table, Td, Th } from '@/components/ui/table';
import type { DeadlineState } from '@/lib/deadlines/rules';
import { useFormat } from '@/lib/i18n/use-format';
import type { PortfolioProject } from '@/lib/indicators/queries/portfolio';
import { opensOf } from './opens';
import { Opens } from './opens-link';
import { StateBar } from './state-bar';
import { money, riskLooks, statusTones } from './words';

type Props = { projects: PortfolioProject[]; /** what the address asks for: kept when some are chosen to be compared */ params: Params; /** slugs of those that are ticked already */ ticked: readonly string[] };

/** The projects that a viewer may see, one line each; two to four can be chosen to be compared, by a plain form. */
export function PortfolioTable({ projects, params, ticked }: Props) {
  const [t, columns] = [useTranslations('portfolio'), useTranslations('projects.columns')];
  return (
    <form action="/projects">
      {Object.entries(params).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Table stack caption={t('totals')}>
        <thead>
          <tr>
            <Th>{columns('project')}</Th>
            <Th className="max-md:hidden">{columns('period')}</Th>
            <Th className="whitespace-normal!">{t('outcomes')}</Th>
            <Th numeric className="whitespace-normal!">{columns('trained')}</Th>
            <Th numeric className="whitespace-normal! max-xl:hidden">{t('equipment')}</Th>
            <Th numeric className="whitespace-normal! max-lg:hidden">{t('budget')}</Th>
            <Th className="whitespace-normal! sm:max-lg:hidden">{t('reports')}</Th>
            <Th className="max-xl:hidden">{t('quality')}</Th>
            <Th>{t('risk')}</Th>
            <Th>{t('compare')}</Th>
          </tr>
        </thead>
        <tbody>{projects.map((project) => <Line key={project.id} project={project} ticked={ticked.includes(project.slug)} />)}</tbody>
      </Table>
      <p className="flex flex-wrap items-center justify-end gap-3 px-4 py-3">
        <span className="text-xs text-soft">{t('compareHint')}</span>
        <button type="submit" className={buttonClass({ size: 'sm' })}>{t('compareChosen')}</button>
      </p>
    </form>
  );
}

function Line({ project, ticked }: { project: PortfolioProject; ticked: boolean }) {
  const [t, projects, words] = [useTranslations('portfolio'), useTranslations('projects'), useTranslations('vocabulary.projectStatuses')];
  const format = useFormat();
  const [tone, icon] = riskLooks[project.risk.level];
  const opens = opensOf(project);
  return (
    <tr>
      <th scope="row" className="sm:min-w-56">
        <TextLink quiet href={`/projects/${project.slug}`}>{project.title}</TextLink>
        <span className="block text-xs font-normal text-soft">{[project.projectsId, project.countries.join(', ') || project.coverage, project.illustrative && projects('illustrative')].filter(Boolean).join(' · ')}</span>
        <span className="mt-1 block"><Badge tone={statusTones[project.status]}>{words(project.status)}</Badge></span>
      </th>
      <td className="tabular max-md:hidden">{format.dateRange(project.startDate, project.endDate)}</td>
      <Td label={t('outcomes')} className="sm:min-w-40"><StateBar outcomes={project.outcomes} indicators={project.states} opens={opens} /></Td>
      <Td numeric label={projects('columns.trained')} className="font-semibold"><Opens to={project.trained ? opens.trained : null}>{format.number(project.trained)}</Opens>{project.participations !== null && <span className="block text-xs font-normal text-soft">{t('attended', { n: project.participations })}</span>}</Td>
      <Td numeric label={t('equipment')} className="sm:max-xl:hidden"><Opens to={project.equipment ? opens.equipment : null}>{format.number(project.equipment)}</Opens></Td>
      <Td numeric label={t('budget')} className="sm:max-lg:hidden"><Opens to={project.spending.length > 0 ? opens.spending : null}>{money(format, project.spending)}</Opens><span className="block text-xs text-soft">{format.money(project.budgetUsd, 'USD')}</span></Td>
      <Td label={t('reports')} className="sm:max-lg:hidden"><Due project={project} /></Td>
      <Td label={t('quality')} className="text-xs sm:min-w-28 sm:max-xl:hidden"><Quality project={project} /></Td>
      <Td label={t('risk')}><Badge tone={tone} icon={icon}>{t(`risks.${project.risk.level}`)}</Badge></Td>
      <Td label={t('compare')}><input type="checkbox" name="compare" value={project.slug} defaultChecked={ticked} aria-label={t('choose', { name: project.projectsId })} className="tick" /></Td>
    </tr>
  );
}

const near: { [state in DeadlineState]?: string } = { overdue: 'font-medium text-bad', soon: 'font-medium text-warn' };

/** What the donor waits for, and the Fund's next deadline. */
export function Due({ project }: { project: PortfolioProject }) {
  const [t, kinds] = [useTranslations('portfolio'), useTranslations('vocabulary.deadlineKinds')];
  const format = useFormat();
  const { reports, deadline } = project;
  const opens = opensOf(project);
  return (
    <span className="tabular text-xs">
      <span className={reports.overdue > 0 ? 'font-medium text-bad' : ''}>{reports.due > 0 ? <Opens to={opens.reports}>{t('reportDue', { n: reports.due, date: format.date(reports.next) })}</Opens> : t('noReports')}</span>
      {deadline && <span className={`block ${near[deadline.state] ?? 'text-soft'}`}><Opens to={opens.deadlines}>{t(deadline.state === 'overdue' ? 'deadlineOverdue' : deadline.state === 'soon' ? 'deadlineSoon' : 'nextDeadline', { what: deadline.number === null ? kinds(deadline.kind) : `${kinds(deadline.kind)} ${deadline.number}`, date: format.date(deadline.due) })}</Opens></span>}
    </span>
  );
}

/** How much of the data is there, and what lies about; the latter not for viewers of aggregates. */
export function Quality({ project }: { project: PortfolioProject }) {
  const t = useTranslations('portfolio');
  const { drafts } = project;
  const opens = opensOf(project);
  return (
    <>
      <Opens to={project.withData > 0 ? opens.withData : null}>{t('withData', { part: project.withData, whole: project.indicators })}</Opens>
      {drafts && drafts.stale > 0 && <span className="block text-warn"><Opens to={opens.stale}>{t('stale', { n: drafts.stale })}</Opens></span>}
      {drafts && drafts.waiting > 0 && <span className="block text-soft"><Opens to={opens.waiting}>{t('waiting', { n: drafts.waiting })}</Opens></span>}
    </>
  );
}
