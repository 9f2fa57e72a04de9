import { useTranslations } from 'next-intl';
import { ActButton } from '@/components/ui/act-button';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Banner, EmptyState } from '@/components/ui/feedback';
import { Card, PageHeader } from '@/components/ui/page';
import { Table, Th } from '@/components/ui/table';
import { errorText } from '@/lib/i18n/error-text';
import { useFormat } from '@/lib/i18n/use-format';
import type { ImportView } from '@/lib/imports/queries';
import { commitMatrixAction } from '@/lib/results/actions';
import type { MatrixOutcome, MatrixPlan, PlannedLine } from '@/lib/results/rules/import';
import type { LevelTemplate } from '@/lib/shared/vocabulary';

type Props = { project: { id: string; slug: string; projectsId: string; timeZone: string; levelTemplate: LevelTemplate }; list: ImportView; plan: MatrixPlan };

/** An uploaded matrix: what each line would do, or, once committed, what was added. */
export function MatrixImportPage({ project, list, plan }: Props) {
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
        <Undecided project={project} list={list} plan={plan} heading={plan.heading} again={again} />
      )}
    </>
  );
}

function Undecided({ project, list, plan, heading, again }: Props & { heading: { unknown: string[] }; again: React.ReactNode }) {
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
      <Card flush><Lines rows={plan.rows} template={project.levelTemplate} /></Card>
    </div>
  );
}

function Lines({ rows, template }: { rows: readonly PlannedLine[]; template: LevelTemplate }) {
  const [t, imports, errors, levels, indicators] = [useTranslations('results.import'), useTranslations('imports'), useTranslations('errors'), useTranslations('vocabulary.levelNames'), useTranslations('indicators')];
  const level = ({ level: own }: PlannedLine) => (own === null ? '–' : own === 'indicator' ? indicators('indicator') : levels(`${template}.${own}`));
  const because = ({ reasons }: PlannedLine) => reasons.map(({ column, cell, message }) => <span key={`${column} ${message}`} className="block text-sm text-bad">{cell} ({t(`columns.${column}` as 'columns.level')}): {errorText(errors, message)}</span>);
  return (
    <Table caption={imports('previewTitle')}>
      <thead><tr><Th numeric>{t('line')}</Th><Th>{t('columns.level')}</Th><Th>{t('columns.statement')}</Th><Th>{t('state')}</Th></tr></thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.number} ${row.level} ${row.label}`}>
            <td className="num">{row.number}</td>
            <td>{level(row)}</td>
            <th scope="row" className="font-normal">{row.label || '–'}{because(row)}</th>
            <td><Badge tone={row.state === 'rejected' ? 'bad' : row.state === 'new' ? 'good' : 'neutral'}>{t(`states.${row.state}`)}</Badge></td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
