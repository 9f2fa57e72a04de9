import { useTranslations } from 'next-intl';
import { EmptyState } from '@/components/ui/feedback';
import { hrefWith, type Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { ProjectLine } from '@/lib/projects/queries';
import type { KeysetPage } from '@/lib/shared/cursor';

/** All projects by Projects id. */
export function ProjectTable({ params, page }: { params: Params; page: KeysetPage<ProjectLine> }) {
  const t = useTranslations('admin.projects');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const format = useFormat();
  const at = (changes: Params) => hrefWith('/admin/projects', { ...params, after: undefined, before: undefined }, changes);
  if (page.rows.length === 0) return <Card><EmptyState icon="list" title={params.q ? common('noResults') : t('empty')} /></Card>;
  return (
    <Card flush>
      <Table caption={t('title')}>
        <thead><tr><Th aria-sort="ascending">{t('projectsId')}</Th><Th>{t('name')}</Th><Th>{t('status')}</Th><Th>{t('dates')}</Th><Th numeric>{t('members')}</Th><Th><span className="sr-only">{t('acts')}</span></Th></tr></thead>
        <tbody>
          {page.rows.map((project) => (
            <tr key={project.id}>
              <RowHead className="whitespace-nowrap"><TextLink quiet href={`/projects/${project.slug}`}>{project.projectsId}</TextLink></RowHead>
              <Td>{project.title}</Td>
              <Td>{words(`projectStatuses.${project.status}`)}</Td>
              <Td className="whitespace-nowrap tabular">{format.dateRange(project.startDate, project.endDate)}</Td>
              <Td numeric>{format.number(project.members)}</Td>
              <Td className="whitespace-nowrap"><TextLink href={`/admin/projects/${project.slug}`} aria-label={t('editOf', { id: project.projectsId })}>{common('edit')}</TextLink> · <TextLink href={`/projects/${project.slug}/settings`} aria-label={t('settingsOf', { id: project.projectsId })}>{t('settings')}</TextLink></Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {(page.before || page.after) && <Pagination previous={page.before && at({ before: page.before })} next={page.after && at({ after: page.after })} />}
    </Card>
  );
}
