import { useTranslations } from 'next-intl';
import { useAdds } from '@/components/indicators/adds';
import { ExportMenu } from '@/components/exports/export-menu';
import { hrefWith } from '@/components/ui/filters';
import { Drawn } from '@/components/ui/drawn';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/navigation';
import { Card, PageHeader } from '@/components/ui/page';
import type { ActivitySearch } from '@/lib/activities/queries/filters';
import type { ActivityList, CountedSums } from '@/lib/activities/queries/list';
import { useFormat } from '@/lib/i18n/use-format';
import { findMeasure } from '@/lib/indicators/rules/catalogue';
import { figure } from '@/lib/indicators/rules/figures';
import { ActivityTable } from './activity-table';
import { paramsOf, withoutFilters } from './address';
import { ActivityChips, AddressProblems } from './chips';
import type { ListChoices } from './choices';
import { ActivityFilterForm } from './filter-form';
import { NewActivity } from './new-activity';

type Props = {
  project: { slug: string; projectsId: string; timeZone: string; attendanceThreshold: string };
  search: ActivitySearch;
  list: ActivityList;
  choices: ListChoices;
  countCap: number;
  mayWrite: boolean;
};

/** The list of all activities with its filters. */
export function ActivityListPage({ project, search, list, choices, countCap, mayWrite }: Props) {
  const t = useTranslations('activities');
  const format = useFormat();
  const path = `/projects/${project.slug}/activities`;
  const total = list.total > countCap ? t('capped', { n: countCap }) : format.number(list.total);
  const at = (side: 'after' | 'before', cursor: string | null) => cursor && hrefWith(path, paramsOf(search), { [side]: cursor });
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('intro')}
        crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }]}
        action={<><ExportMenu project={project.slug} list="activities" params={paramsOf(search)} />{mayWrite && <NewActivity path={path} />}</>}
      />
      <Drawn className="grid grid-cols-1 gap-4">
        <AddressProblems search={search} />
        {choices.any && <ActivityFilterForm path={path} search={search} choices={choices} />}
        <ActivityChips path={path} search={search} choices={choices} />
        <Card flush>
          {list.rows.length > 0 && <ActivityTable path={path} search={search} list={list} timeZone={project.timeZone} />}
          {list.rows.length === 0 && (choices.any ? <Nothing href={withoutFilters(path, search)} /> : <Empty path={path} mayWrite={mayWrite} />)}
          {list.rows.length > 0 && (
            <Pagination
              previous={at('before', list.previous)}
              next={at('after', list.next)}
              summary={list.next || list.previous ? t('shownOf', { n: list.rows.length, total }) : t('shown', { n: list.rows.length })}
            />
          )}
        </Card>
        {list.sums && <Whole search={search} sums={list.sums} />}
        {list.rows.length > 0 && <p className="text-xs text-soft">{t('peopleRule', { threshold: format.percent(Number(project.attendanceThreshold)) })}</p>}
      </Drawn>
    </>
  );
}

/** Where the records listed are not the whole figure, that is said. */
function Whole({ search, sums: { total, whole } }: { search: ActivitySearch; sums: CountedSums }) {
  const [t, adds] = [useTranslations('activities'), useAdds()];
  const unit = findMeasure(search.filters.counted ?? '')?.unit;
  if (!unit || (total.numerator === whole.numerator && (total.denominator ?? 0) === (whole.denominator ?? 0))) return null;
  return <p className="text-xs text-soft">{t('wholeFigure', { whole: adds(figure([whole], unit)) })}</p>;
}

function Nothing({ href }: { href: string }) {
  const t = useTranslations('activities');
  return (
    <EmptyState icon="search" title={t('nothing')} action={<TextLink href={href}>{t('clear')}</TextLink>}>
      {t('nothingHint')}
    </EmptyState>
  );
}

function Empty({ path, mayWrite }: { path: string; mayWrite: boolean }) {
  const t = useTranslations('activities');
  return (
    <EmptyState title={t('empty')} action={mayWrite && <NewActivity path={path} align="left" />}>
      {mayWrite ? t('emptyHint') : t('emptyRead')}
    </EmptyState>
  );
}
