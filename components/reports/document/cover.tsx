import { Badge } from '@/components/ui/badge';
import type { Doc } from './words';

export type Stamp = { number: number; issuedOn: string; sha256: string; verificationCode: string };

/** The first page: what this is, on which period, in which version, of which project. */
export function Cover({ doc, stamp }: { doc: Doc; stamp: Stamp | null }) {
  const { t, f, words, content } = doc;
  const { project, period, title, kind, illustrative } = content.cover;
  const facts: [string, string | number | null][] = [
    [t('doc.projectsId'), project.projectsId],
    [t('doc.primaId'), project.primaId],
    [t('doc.donor'), project.donor],
    [t('doc.implementer'), project.implementer],
    [t('doc.status'), words(`projectStatuses.${project.status}`)],
    [t('doc.type'), project.type],
    [t('doc.duration'), project.startDate ? f.dateRange(project.startDate, project.endDate) : project.year],
    [t('doc.budget'), project.budgetUsd === null ? null : f.money(project.budgetUsd, 'USD')],
    [t('doc.coverage'), project.coverage],
    [t('doc.region'), project.idfRegion],
    [t('doc.memberStates'), project.benefitingMemberStates.join(', ')],
  ];
  return (
    <header className="report-cover">
      <div className="flex flex-wrap items-baseline justify-between gap-3 border-b border-line pb-3 text-sm">
        <p className="font-semibold tracking-wide text-accent">{project.projectsId}</p>
        <p className="text-soft">{words(`reportKinds.${kind}`)}</p>
      </div>
      <h1 className="mt-10 text-3xl/10 font-semibold tracking-tight text-balance print:mt-[22mm]">{title}</h1>
      <p className="mt-3 text-lg/7 text-soft">{project.title}</p>
      {!stamp && <p className="mt-4"><Badge tone="warn" icon="warning">{t('doc.previewMark')}</Badge></p>}
      <dl className="tabular mt-8 grid gap-x-8 gap-y-4 border-y border-line py-5 sm:grid-cols-3 print:grid-cols-3">
        <CoverFact label={t('doc.periodOf')} value={period.name} detail={f.dateRange(period.from, period.to)} />
        <CoverFact label={t('doc.versionLabel')} value={String(content.cover.version)} detail={stamp ? `${t('doc.issuedLabel')} ${f.date(stamp.issuedOn)}` : t('doc.notIssued')} />
        <CoverFact label={t('doc.asOfLabel')} value={f.date(content.asOf)} />
      </dl>
      <dl className="mt-8 grid gap-x-10 gap-y-2.5 text-sm lg:grid-cols-2 print:grid-cols-1">
        {facts.filter(([, value]) => value !== null && value !== '').map(([label, value]) => (
          <div key={label} className="grid grid-cols-[9.5rem_1fr] gap-3">
            <dt className="text-soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {illustrative && <p className="mt-8 rounded-md bg-warn-soft px-4 py-2 text-sm text-warn">{t('doc.illustrative')}</p>}
    </header>
  );
}

function CoverFact({ label, value, detail }: { label: string; value: string; detail?: string }) {
  return (
    <div>
      <dt className="text-xs text-soft">{label}</dt>
      <dd className="mt-0.5 text-lg/6 font-semibold">{value}</dd>
      {detail && <dd className="text-sm text-soft">{detail}</dd>}
    </div>
  );
}
