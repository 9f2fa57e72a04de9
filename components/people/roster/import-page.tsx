import { useTranslations } from 'next-intl';
import { RejectsBanner } from '@/components/import/rejects';
import { ButtonLink } from '@/components/ui/button';
import { Banner, EmptyState } from '@/components/ui/feedback';
import { Card, PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { errorText } from '@/lib/i18n/error-text';
import { useFormat } from '@/lib/i18n/use-format';
import type { ImportView } from '@/lib/imports/queries';
import type { RosterPlan } from '@/lib/people/queries/roster';
import type { RosterOutcome } from '@/lib/people/rules/roster/decide';
import { rosterRows } from './preview-rows';
import { RosterOutcomeCard } from './outcome';
import { RosterPreview } from './roster-preview';
import { UnknownInstitutions } from './unknown-institutions';

type Props = { project: { id: string; slug: string; projectsId: string; timeZone: string }; list: ImportView; plan: RosterPlan & { mayCommit: boolean }; institution: (id: string | null) => string; /** to choose from where a list uses another name */ institutions: { value: string; label: string }[] };

/** An uploaded list: what it would do, or, once committed, what it did. */
export function RosterImportPage({ project, list, plan, institution, institutions }: Props) {
  const [t, people, activities] = [useTranslations('imports'), useTranslations('people'), useTranslations('activities')];
  const base = `/projects/${project.slug}`;
  const place = list.activity ? { label: list.activity.reference, href: `${base}/activities/${list.activity.reference}` } : { label: people('title'), href: `${base}/people` };
  const crumbs = [{ label: project.projectsId, href: base }, ...(list.activity ? [{ label: activities('title'), href: `${base}/activities` }] : []), place];
  const again = `${place.href}/import`;
  return (
    <>
      <PageHeader title={t(list.committed ? 'doneTitle' : 'previewTitle')} context={list.activity ? list.activity.title || list.activity.reference : undefined} crumbs={crumbs} meta={<span className="break-all">{list.fileName}</span>} />
      {list.committed ? (
        <RosterOutcomeCard outcome={list.outcome as RosterOutcome} place={place} rejects={`${base}/imports/${list.id}/rejects`} again={again} />
      ) : plan.heading === null ? (
        <Card><EmptyState icon="file" title={t('noHeading')} action={<ButtonLink href={again} variant="primary">{t('anotherFile')}</ButtonLink>}>{t('noHeadingHint')}</EmptyState></Card>
      ) : (
        <Undecided project={project} list={list} plan={plan} institution={institution} institutions={institutions} back={again} />
      )}
    </>
  );
}

function Undecided({ project, list, plan, institution, institutions, back }: Props & { back: string }) {
  const [t, errors, words, people] = [useTranslations('imports'), useTranslations('errors'), useTranslations('vocabulary'), useTranslations('people')];
  const format = useFormat();
  const rows = rosterRows(plan.rows, plan.target, {
    column: (key) => (key.startsWith('session ') ? t('columns.session', { n: Number(key.slice(8)) + 1 }) : t(`columns.${key.replace('list.', 'list_')}`)),
    sex: (value) => people(`sexes.${value}`),
    role: (value) => words(`participantRoles.${value}`),
    institution,
    born: (year) => t('born', { year: String(year) }),
    onList: t('onList'),
    sessions: (places) => (places.length > 0 ? t('sessionsShown', { list: places.join(', ') }) : t('noSessions')),
    error: (key) => errorText(errors, key),
  });
  const rejected = rows.filter((row) => row.state === 'rejected').length;
  const nothing = rows.every((row) => row.state === 'same' || row.state === 'rejected');
  return (
    <div className="grid grid-cols-1 gap-4">
      {list.earlier && <Banner>{t('sameFile', { when: format.moment(list.earlier.at, project.timeZone), who: list.earlier.by })}</Banner>}
      {nothing && <Banner kind={rejected > 0 ? 'warning' : 'info'} title={t(rejected === rows.length ? 'allRejected' : 'nothingNew')}>{t('nothingToAdd')}</Banner>}
      {plan.heading && plan.heading.unknown.length > 0 && <Banner kind="warning">{t('unknownColumns', { list: plan.heading.unknown.slice(0, 20).join(', ') })}</Banner>}
      {rejected > 0 && <RejectsBanner href={`/projects/${project.slug}/imports/${list.id}/rejects`}>{t('someRejected', { n: rejected })}</RejectsBanner>}
      {!plan.mayCommit && <Banner kind="warning">{t('lockedRecord')}</Banner>}
      <Messages namespaces={['imports', 'errors']}>
        {plan.unknownInstitutions.length > 0 && <UnknownInstitutions key={`names ${plan.digest}`} projectId={project.id} names={plan.unknownInstitutions.slice(0, 200)} institutions={institutions} />}
        <RosterPreview projectId={project.id} importId={list.id} digest={plan.digest} rows={rows} back={back} locked={!plan.mayCommit} asksAttendance={plan.target !== null && plan.target.sessions.length > 0 && !plan.saysAttendance} />
      </Messages>
    </div>
  );
}
