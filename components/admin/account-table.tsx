import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/feedback';
import { hrefWith, type Params } from '@/components/ui/filters';
import { TextLink } from '@/components/ui/link';
import { Pagination } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import type { KeysetPage } from '@/lib/shared/cursor';
import type { AccountRow } from '@/lib/users/queries';
import { AccountActs } from './account-acts';

/** Accounts by name, with their projects and what an administrator may do to them. */
export function AccountTable({ params, page, viewerId }: { params: Params; page: KeysetPage<AccountRow>; viewerId: string }) {
  const t = useTranslations('admin.users');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const at = (changes: Params) => hrefWith('/admin/users', { ...params, after: undefined, before: undefined }, changes);
  if (page.rows.length === 0) return <Card><EmptyState icon="people" title={common('noResults')} /></Card>;
  const row = (account: AccountRow) => (
    <tr key={account.id}>
      <RowHead>{account.name}<span className="block text-xs font-normal text-soft">{account.email}</span></RowHead>
      <Td>
        <span className="flex flex-wrap gap-1">
          {account.isAdmin && <Badge tone="accent" icon="shield">{t('admin')}</Badge>}
          {account.disabled ? <Badge tone="warn" icon="lock">{t('disabled')}</Badge> : <Badge tone="good" icon="check">{t('enabled')}</Badge>}
          {!account.hasPassword && <Badge>{t('organisationOnly')}</Badge>}
        </span>
      </Td>
      <Td>
        {account.projects.length === 0 && <span className="text-soft">{t('noProjects')}</span>}
        {account.projects.map((project) => <span key={project.slug} className="block"><TextLink href={`/projects/${project.slug}`}>{project.projectsId}</TextLink> · {words(`projectRoles.${project.role}`)}</span>)}
      </Td>
      <Td><AccountActs account={account} self={account.id === viewerId} /></Td>
    </tr>
  );
  return (
    <Card flush>
      <Table caption={t('title')}>
        <thead><tr><Th aria-sort="ascending">{t('account')}</Th><Th>{t('state')}</Th><Th>{t('projects')}</Th><Th><span className="sr-only">{t('acts')}</span></Th></tr></thead>
        <tbody>{page.rows.map(row)}</tbody>
      </Table>
      {(page.before || page.after) && <Pagination previous={page.before && at({ before: page.before })} next={page.after && at({ after: page.after })} />}
    </Card>
  );
}
