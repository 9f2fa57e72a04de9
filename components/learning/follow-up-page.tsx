import { useTranslations } from 'next-intl';
import { ActButton } from '@/components/ui/act-button';
import { Figure } from '@/components/ui/facts';
import { EmptyState } from '@/components/ui/feedback';
import { Filters, hrefWith } from '@/components/ui/filters';
import { Pagination, Tabs } from '@/components/ui/navigation';
import { Card, PageHeader } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import { askDueFollowUpsAction } from '@/lib/learning/actions';
import type { FollowUpLine, FollowUpSums } from '@/lib/learning/queries/follow-ups';
import { type FollowUpStanding, followUpStandings, responseRate } from '@/lib/learning/rules/follow-up';
import type { LinkView } from '@/lib/links/queries';
import type { ProjectView } from '@/lib/projects/queries';
import type { KeysetPage } from '@/lib/shared/cursor';
import { FollowUpLines } from './follow-up-lines';

type Sums = FollowUpSums & { trainings: { reference: string; title: string }[] };
type Props = { project: ProjectView; sums: Sums; page: KeysetPage<FollowUpLine>; links: LinkView[]; standing: FollowUpStanding; training?: string; mayWrite: boolean };

/** What became of the trained people's learning: who is due, asked, answered, confirmed; by training. */
export function FollowUpPage({ project, sums, page, links, standing, training, mayWrite }: Props) {
  const [t, common] = [useTranslations('learning.list'), useTranslations('common')];
  const path = `/projects/${project.slug}/follow-ups`;
  const params = { standing: standing === 'due' ? undefined : standing, training };
  const href = (changes: Record<string, string | undefined>) => hrefWith(path, params, changes);
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }]}
        meta={t('hint', { months: project.followUpMonths })}
        action={mayWrite && sums.standings.due > 0 && !training && <ActButton label={t('askAll')} failedText={common('failed')} action={askDueFollowUpsAction} input={{ projectId: project.id, activityId: null }} variant="primary" icon="external" />}
      />
      <FollowUpFigures sums={sums} />
      <Filters path={path} params={params} keep={['standing']} filters={[{ name: 'training', label: t('training'), options: sums.trainings.map(({ reference, title }) => ({ value: reference, label: `${reference} ${title}` })) }]} />
      <Tabs label={t('title')} items={followUpStandings.map((word) => ({ label: t(`standings.${word}`), href: hrefWith(path, { training }, { standing: word === 'due' ? undefined : word }), current: word === standing, count: sums.standings[word] }))} />
      <Card flush>
        {page.rows.length === 0 ? (
          <EmptyState title={t(`empty.${standing}`)} icon="check" />
        ) : (
          <>
            <FollowUpLines rows={page.rows} links={links} project={project} standing={standing} mayWrite={mayWrite} />
            <Pagination previous={page.before && href({ before: page.before })} next={page.after && href({ after: page.after })} summary={common('of', { part: page.rows.length, whole: sums.standings[standing] })} />
          </>
        )}
      </Card>
    </>
  );
}

function FollowUpFigures({ sums }: { sums: Sums }) {
  const t = useTranslations('learning.list');
  const format = useFormat();
  const share = (part: number) => (sums.answered === 0 ? '–' : format.percent(part / sums.answered));
  return (
    <div className="mb-5 grid grid-cols-1 gap-3 sm:grid-cols-3">
      <Figure label={t('rate')} value={format.percent(responseRate(sums))} sub={t('rateOf', { answered: sums.answered, due: sums.due })} rule={t('rateRule')} />
      <Figure label={t('applied')} value={share(sums.applied)} sub={t('appliedOf', { applied: sums.applied, answered: sums.answered })} rule={t('appliedRule')} />
      <Figure label={t('confirmed')} value={share(sums.confirmed)} sub={t('confirmedOf', { confirmed: sums.confirmed, answered: sums.answered })} rule={t('confirmedRule')} />
    </div>
  );
}
