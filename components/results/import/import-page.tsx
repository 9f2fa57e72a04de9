import { useTranslations } from 'next-intl';
import { ActButton } from '@/components/ui/act-button';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Banner, EmptyState } from '@/components/ui/feedback';
import { Card, PageHeader } from '@/components/ui/page';
import { Table, Td, Th } from '@/components/ui/table';
import { errorText } from '@/lib/i18n/error-text';
import { useFormat } from '@/lib/i18n/use-format';
import type { ImportView } from '@/lib/imports/queries';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import type { PeriodView } from '@/lib/projects/queries';
import { commitMatrixAction } from '@/lib/results/actions';
import type { MatrixOutcome, MatrixPlan, PlannedLine } from '@/lib/results/rules/import';
import type { LevelTemplate } from '@/lib/shared/vocabulary';

type Props = { project: { id: string; slug: string; projectsId: string; timeZone: string; levelTemplate: LevelTemplate }; list: ImportView; plan: MatrixPlan; periods: readonly PeriodView[] };

/** An uploaded matrix: what each line would do, or, once committed, what was added. */
export function MatrixImportPage({ project, list, plan, periods }: Props) {
  const [t, results, imports] = [useTranslations('results.import'), useTranslations('results'), useTranslations('imports')];
  const base = `/projects/${project.slug}`;
  const again = <ButtonLink href={`${base}/results/import`}>{imports('anotherFile')}</ButtonLink>;
  const outcome = list.outcome as MatrixOutcome | null;
  return (
    <>
      <PageHeader title={imports(list.committed ? 'doneTitle' : 'previewTitle')} crumbs={[{ label: project.projectsId, href: base }, { label: results('title'), href: `${base}/results` }]} meta={<span className="break-all">{list.fileName}</span>} />
      {list.committed ? (
        <div className="grid gap-4">
          <Banner kind="success" title={imports('done')} live>{t('added', { n: outcome?.added ?? 0, same: outcome?.same ?? 0 })}</Banner>
          <div className="flex flex-wrap gap-2"><ButtonLink href={`${base}/results`} variant="primary">{results('title')}</ButtonLink>{again}</div>
        </div>
      ) : plan.heading === null ? (
        <Card><EmptyState icon="file" title={imports('noHeading')} action={again}>{t('noHeading')}</EmptyState></Card>
      ) : (
        <Undecided project={project} list={list} plan={plan} periods={periods} heading={plan.heading} again={again} />
      )}
    </>
  );
}

function Undecided({ project, list, plan, periods, heading, again }: Props & { heading: { unknown: string[] }; again: React.ReactNode }) {
  const [t, imports, common] = [useTranslations('results.import'), useTranslations('imports'), useTranslations('common')];
  const format = useFormat();
  const count = (state: PlannedLine['state']) => plan.rows.filter((row) => row.state === state).length;
  const [fresh, same, rejected] = [count('new'), count('same'), count('rejected')];
  return (
    <div className="grid grid-cols-1 gap-4">
      {list.earlier && <Banner>{imports('sameFile', { when: format.moment(list.earlier.at, project.timeZone), who: list.earlier.by })}</Banner>}
      {heading.unknown.length > 0 && <Banner kind="warning">{imports('unknownColumns', { list: heading.unknown.slice(0, 20).join(', ') })}</Banner>}
      {rejected > 0 ? <Banner kind="error" title={t('refused', { n: rejected })}>{t('refusedBody')}</Banner> : fresh === 0 ? <Banner kind="warning" title={imports('nothingNew')}>{imports('nothingToAdd')}</Banner> : <Banner>{t('summary', { n: fresh, same })}</Banner>}
      <div className="flex flex-wrap items-start gap-2">
        {rejected === 0 && fresh > 0 && <ActButton variant="primary" label={t('commit', { n: fresh })} failedText={common('failed')} action={commitMatrixAction} input={{ projectId: project.id, importId: list.id, digest: plan.digest }} />}
        {again}
      </div>
      <Card flush><Lines rows={plan.rows} periods={periods} template={project.levelTemplate} /></Card>
    </div>
  );
}

function Lines({ rows, periods, template }: { rows: readonly PlannedLine[]; periods: readonly PeriodView[]; template: LevelTemplate }) {
  const [t, imports, errors, levels, indicators] = [useTranslations('results.import'), useTranslations('imports'), useTranslations('errors'), useTranslations('vocabulary.levelNames'), useTranslations('indicators')];
  const flag = useTranslations('results.flags');
  const format = useFormat();
  const level = ({ level: own }: PlannedLine) => (own === null ? '–' : own === 'indicator' ? indicators('indicator') : levels(`${template}.${own}`));
  const because = ({ reasons }: PlannedLine) => reasons.map(({ column, cell, message }) => <span key={`${column} ${message}`} className="block text-sm text-bad">{cell} ({t(`columns.${column.split(':')[0]}` as 'columns.level')}): {errorText(errors, message)}</span>);
  // What the line brings beside its text: the measure that computes it, what is expected by when.
  const brings = ({ indicator, filters }: PlannedLine) => {
    if (!indicator) return null;
    const measure = indicator.measure ? findMeasure(indicator.measure)?.wording[format.locale.startsWith('en') ? 'en' : 'cnr'].label : null;
    const expected = indicator.milestones.flatMap(({ periodId, value }) => (value === null ? [] : [`${periods.find(({ id }) => id === periodId)?.name ?? ''}: ${format.number(value)}`]));
    const parts = [measure && `${t('columns.measure')}: ${measure}`, ...filters.map(({ column, said }) => `${t(`columns.${column}` as 'columns.level')}: ${said}`), indicator.target !== null && `${t('columns.target')}: ${format.number(indicator.target)}`, expected.length > 0 && `${t('milestones')} ${expected.join(', ')}`].filter(Boolean);
    return parts.length > 0 && <span className="block text-xs text-soft">{parts.join(' · ')}</span>;
  };
  const odd = ({ flags }: PlannedLine) => flags.map((one) => <span key={one} className="block text-sm text-warn">{flag(one)}</span>);
  return (
    <Table stack caption={imports('previewTitle')}>
      <thead><tr><Th numeric>{t('line')}</Th><Th>{t('columns.level')}</Th><Th>{t('columns.statement')}</Th><Th>{t('state')}</Th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.number} ${row.level} ${row.label}`}>
            <Td numeric inline label={t('line')}>{row.number}</Td>
            <Td inline label={t('columns.level')}>{level(row)}</Td>
            <th scope="row" className="font-normal">{row.label || '–'}{brings(row)}{odd(row)}{because(row)}</th>
            <Td label={t('state')}><Badge tone={row.state === 'rejected' ? 'bad' : row.state === 'new' ? 'good' : 'neutral'}>{t(`states.${row.state}`)}</Badge></Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
