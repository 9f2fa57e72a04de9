import { useTranslations } from 'next-intl';
import type { PreviewRow } from '@/components/import/types';
import { ButtonLink } from '@/components/ui/button';
import { RejectsBanner } from '@/components/import/rejects';
import { Banner, EmptyState } from '@/components/ui/feedback';
import { Card, PageHeader } from '@/components/ui/page';
import type { ItemOutcome, ItemPlan } from '@/lib/equipment/rules/import/plan';
import { Messages } from '@/lib/i18n/client';
import { errorLink, errorText } from '@/lib/i18n/error-text';
import { useFormat } from '@/lib/i18n/use-format';
import type { ImportView } from '@/lib/imports/queries';
import { ItemPreview } from './preview';

type Props = { project: { id: string; slug: string; projectsId: string; timeZone: string }; list: ImportView; plan: ItemPlan };

/** An uploaded equipment list: what it would do, or, once committed, what it did. */
export function ItemImportPage({ project, list, plan }: Props) {
  const [t, imports] = [useTranslations('equipment'), useTranslations('imports')];
  const base = `/projects/${project.slug}`;
  const again = `${base}/equipment/import`;
  return (
    <>
      <PageHeader title={imports(list.committed ? 'doneTitle' : 'previewTitle')} crumbs={[{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/equipment` }]} meta={<span className="break-all">{list.fileName}</span>} />
      {list.committed ? (
        <Done outcome={list.outcome as ItemOutcome} rejects={`${base}/imports/${list.id}/rejects`} path={`${base}/equipment`} again={again} />
      ) : plan.heading === null ? (
        <Card><EmptyState icon="file" title={imports('noHeading')} action={<ButtonLink href={again} variant="primary">{imports('anotherFile')}</ButtonLink>}>{t('import.noHeading')}</EmptyState></Card>
      ) : (
        <Undecided project={project} list={list} plan={plan} back={again} />
      )}
    </>
  );
}

function Done({ outcome, rejects, path, again }: { outcome: ItemOutcome; rejects: string; path: string; again: string }) {
  const [t, imports] = [useTranslations('equipment.import'), useTranslations('imports')];
  const counts = [['added', outcome.added], ['changed', outcome.changed], ['same', outcome.same], ['rejected', outcome.rejected], ['leftOut', outcome.leftOut.length]] as const;
  const notTaken = outcome.rejected + outcome.leftOut.length;
  return (
    <div className="grid gap-4">
      <Banner kind="success" title={imports('done')} live><ul className="mt-1 grid gap-0.5">{counts.filter(([, n]) => n > 0).map(([key, n]) => <li key={key}>{t(`outcome.${key}`, { n })}</li>)}</ul></Banner>
      {notTaken > 0 && <RejectsBanner href={rejects}>{imports('notTaken', { n: notTaken })}</RejectsBanner>}
      <div className="flex flex-wrap gap-2"><ButtonLink href={path} variant="primary">{t('toRegister')}</ButtonLink><ButtonLink href={again}>{imports('anotherFile')}</ButtonLink></div>
    </div>
  );
}

function Undecided({ project, list, plan, back }: Props & { back: string }) {
  const [t, imports, errors, words] = [useTranslations('equipment'), useTranslations('imports'), useTranslations('errors'), useTranslations('vocabulary.equipmentCategories')];
  const format = useFormat();
  const shown = (key: string, value: string) => (key === 'category' && value ? words(value as 'it') : value);
  const rows = plan.rows.map((row): PreviewRow => ({
    ...{ row: row.number, state: row.state, label: row.label, detail: [row.values?.make, row.values?.model, row.values?.serialNumber].filter(Boolean).join(' · ') },
    options: row.match ? [{ id: row.match.id, label: row.match.assetTag, detail: row.match.description, changes: row.changes.map(({ key, from, to, fills }) => ({ key, label: t(`import.columns.${key}`), from: shown(key, from), to: shown(key, to), fills })) }] : [],
    reasons: row.reasons.map(({ column, message }) => `${t(`import.columns.${column}`)}: ${errorText(errors, message)}`),
    links: row.reasons.flatMap(({ message }) => errorLink(message) ?? []),
  }));
  const rejected = rows.filter((row) => row.state === 'rejected').length;
  const nothing = rows.every((row) => row.state === 'same' || row.state === 'rejected');
  return (
    <div className="grid grid-cols-1 gap-4">
      {list.earlier && <Banner>{imports('sameFile', { when: format.moment(list.earlier.at, project.timeZone), who: list.earlier.by })}</Banner>}
      {nothing && <Banner kind="warning" title={imports(rows.every((row) => row.state === 'rejected') ? 'allRejected' : 'nothingNew')}>{imports('nothingToAdd')}</Banner>}
      {plan.heading && plan.heading.unknown.length > 0 && <Banner kind="warning">{imports('unknownColumns', { list: plan.heading.unknown.slice(0, 20).join(', ') })}</Banner>}
      {rejected > 0 && <RejectsBanner href={`/projects/${project.slug}/imports/${list.id}/rejects`}>{imports('someRejected', { n: rejected })}</RejectsBanner>}
      <Messages namespaces={['imports', 'errors']}><ItemPreview projectId={project.id} importId={list.id} digest={plan.digest} rows={rows} back={back} /></Messages>
    </div>
  );
}
