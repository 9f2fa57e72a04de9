import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/feedback';
import { hrefWith, type Params } from '@/components/ui/filters';
import { Pagination } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import { Table, Th } from '@/components/ui/table';
import type { ActionPointRow } from '@/lib/action-points/queries/list';
import type { KeysetPage } from '@/lib/shared/cursor';
import { ActionPointLine } from './action-point-line';

type Props = {
  base: string;
  params: Params;
  page: KeysetPage<ActionPointRow>;
  project: { id: string; today: string };
  /** null: may only read */
  viewerId: string | null;
  institutionName: (id: string | null) => string;
};

/** Action points, overdue first. */
export function ActionPointList({ base, params, page, project, viewerId, institutionName }: Props) {
  const t = useTranslations('actionPoints');
  const common = useTranslations('common');
  const at = (changes: Params) => hrefWith(`${base}/action-points`, { ...params, after: undefined, before: undefined }, changes);
  if (page.rows.length === 0) {
    const filtered = Object.values(params).some(Boolean);
    return <Card><EmptyState icon="flag" title={filtered ? common('noResults') : t('empty')}>{!filtered && t('emptyHint')}</EmptyState></Card>;
  }
  return (
    <Card flush>
      <Table caption={t('title')} stack>
        <thead>
          <tr><Th numeric>{t('number')}</Th><Th>{t('what')}</Th><Th>{t('responsible')}</Th><Th>{t('due')}</Th><Th>{t('status')}</Th>{viewerId && <Th><span className="sr-only">{t('progress')}</span></Th>}</tr>
        </thead>
        <tbody>
          {page.rows.map((point) => <ActionPointLine key={point.id} point={point} base={base} project={project} viewerId={viewerId} institution={institutionName(point.institutionId)} />)}
        </tbody>
      </Table>
      {(page.before || page.after) && <Pagination previous={page.before && at({ before: page.before })} next={page.after && at({ after: page.after })} />}
    </Card>
  );
}
