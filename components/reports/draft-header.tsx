import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page';
import { getFormat } from '@/lib/i18n/server';
import type { Composed } from '@/lib/reports/rules/facts';
import type { IssuedBefore } from '@/lib/reports/queries';

type Props = { project: { id: string; slug: string; projectsId: string; timeZone: string }; composed: Composed; issued: IssuedBefore[]; mayWrite: boolean };

/** The head of a draft: where it stands, what was issued before, and what to know before issuing. */
export async function DraftHeader({ project, composed, issued, mayWrite }: Props) {
  const [t, words, f] = await Promise.all([getTranslations('reports'), getTranslations('vocabulary'), getFormat()]);
  const { facts, latest, changes } = composed;
  const { report, asOf } = facts;
  const period = facts.periods.at(-1);
  const base = `/projects/${project.slug}/reports/${report.id}`;
  return (
    <>
      <PageHeader
        title={report.title}
        crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: t('title'), href: `/projects/${project.slug}/reports` }]}
        context={words(`reportKinds.${report.kind}`)}
        meta={
          <>
            <span>{period?.name} · {words(`languages.${report.language}`)}</span>
            {asOf && <span>{t('compose.asOf', { date: f.date(asOf) })}</span>}
            {issued.map((one) => <TextLink key={one.number} href={`${base}/versions/${one.number}`}>{t('version', { number: one.number })}, {f.moment(one.issuedAt, project.timeZone)}, {one.issuedBy}</TextLink>)}
            {latest && <span>{changes.length > 0 ? t('compose.changes', { n: changes.length, number: latest.number }) : t('compose.nothingNew', { number: latest.number })}</span>}
          </>
        }
        action={mayWrite && <ButtonLink href={`${base}/preview`} variant="primary" icon="report">{t('compose.preview')}</ButtonLink>}
      />
      <div className="mb-6 grid gap-3">
        {!mayWrite && <Banner kind="info">{t('compose.readOnly')}</Banner>}
        {mayWrite && !asOf && <Banner kind="warning">{t('compose.notBegun')}</Banner>}
        {mayWrite && asOf && period && !period.closed && <Banner kind="info">{t('compose.openPeriod', { name: period.name })}</Banner>}
      </div>
    </>
  );
}
