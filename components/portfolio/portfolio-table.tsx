import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link';
import { Table, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { PortfolioProject } from '@/lib/indicators/queries/portfolio';
import type { IndicatorState, ProjectStatus } from '@/lib/shared/vocabulary';

const tones: Record<ProjectStatus, Tone> = { planned: 'neutral', active: 'accent', completed: 'good', suspended: 'warn', cancelled: 'neutral' };
const order: readonly IndicatorState[] = ['achieved', 'on_track', 'at_risk', 'off_track', 'no_data', 'no_target'];
const fills: Record<IndicatorState, string> = { achieved: 'fill-good', on_track: 'fill-series-2', at_risk: 'fill-warn', off_track: 'fill-bad', no_data: 'fill-line', no_target: 'fill-line' };

/** The indicators of a project by state as one bar; the same in words. */
function StateBar({ project }: { project: PortfolioProject }) {
  const t = useTranslations('projects');
  const words = useTranslations('vocabulary.indicatorStates');
  if (project.indicators === 0) return <span className="text-soft">{t('noIndicators')}</span>;
  const parts = order.filter((state) => project.states[state] > 0);
  const start = (state: IndicatorState) => parts.slice(0, parts.indexOf(state)).reduce((sum, before) => sum + project.states[before], 0);
  return (
    <>
      <span className="tabular">{t('onTrack', { part: project.states.achieved + project.states.on_track, whole: project.indicators })}</span>
      <svg viewBox={`0 0 ${project.indicators} 6`} width="100%" height="6" preserveAspectRatio="none" role="img" aria-label={parts.map((state) => `${words(state)}: ${project.states[state]}`).join(', ')} className="mt-1 block sm:min-w-28 overflow-hidden rounded-full">
        {parts.map((state) => <rect key={state} x={start(state)} width={project.states[state]} height="6" className={fills[state]} />)}
      </svg>
      <span aria-hidden="true" className="text-xs text-soft max-sm:hidden">{parts.map((state) => `${words(state)} ${project.states[state]}`).join(' · ')}</span>
    </>
  );
}

/** The projects that a viewer may see, one line each. */
export function PortfolioTable({ projects }: { projects: PortfolioProject[] }) {
  const t = useTranslations('projects');
  const words = useTranslations('vocabulary.projectStatuses');
  const format = useFormat();
  return (
    <Table caption={t('title')}>
      <thead>
        <tr>
          <Th>{t('columns.project')}</Th>
          <Th className="max-sm:hidden">{t('columns.status')}</Th>
          <Th className="max-md:hidden">{t('columns.period')}</Th>
          <Th numeric className="max-lg:hidden">{t('columns.budget')}</Th>
          <Th className="whitespace-normal!">{t('columns.progress')}</Th>
          <Th numeric className="whitespace-normal!">{t('columns.trained')}</Th>
          <Th numeric className="max-lg:hidden">{t('columns.participations')}</Th>
          <Th className="max-lg:hidden">{t('columns.asOf')}</Th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <tr key={project.id}>
            <th scope="row" className="sm:min-w-56">
              <TextLink quiet href={`/projects/${project.slug}`}>{project.title}</TextLink>
              <span className="block text-xs font-normal text-soft">{[project.projectsId, project.coverage, project.illustrative && t('illustrative')].filter(Boolean).join(' · ')}</span>
              <span className="mt-1 block sm:hidden"><Badge tone={tones[project.status]}>{words(project.status)}</Badge></span>
            </th>
            <td className="max-sm:hidden"><Badge tone={tones[project.status]}>{words(project.status)}</Badge></td>
            <td className="tabular whitespace-nowrap max-md:hidden">{format.dateRange(project.startDate, project.endDate)}</td>
            <td className="num max-lg:hidden">{format.money(project.budgetUsd, 'USD')}</td>
            <td className="sm:min-w-40"><StateBar project={project} /></td>
            <td className="num font-semibold">{format.number(project.trained)}</td>
            <td className="num max-lg:hidden">{format.number(project.participations)}</td>
            <td className="tabular whitespace-nowrap max-lg:hidden">{format.date(project.asOf)}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
