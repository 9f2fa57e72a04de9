import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountTable } from '@/components/admin/account-table';
import { AdminHeader } from '@/components/admin/header';
import { ButtonLink } from '@/components/ui/button';
import { Filters, readParams } from '@/components/ui/filters';
import { requireAdmin } from '@/lib/auth/viewer';
import { Messages } from '@/lib/i18n/client';
import { accountStates, listAccounts } from '@/lib/users/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('tabs.users') };
}

export default async function UsersPage({ searchParams }: Props) {
  const viewer = await requireAdmin();
  const given = readParams(await searchParams, ['q', 'state', 'after', 'before']);
  const [page, t] = await Promise.all([listAccounts(viewer, { q: given.q ?? '', state: accountStates.find((state) => state === given.state) ?? null }, given), getTranslations('admin.users')]);
  const filters = [
    { name: 'q', label: t('search') },
    { name: 'state', label: t('state'), options: accountStates.map((value) => ({ value, label: t(`states.${value}`) })) },
  ];
  return (
    <>
      <AdminHeader tab="users" action={<ButtonLink href="/admin/users/new" variant="primary" icon="plus">{t('add')}</ButtonLink>} />
      <Filters path="/admin/users" params={given} filters={filters} />
      <Messages namespaces={['forms', 'errors']}>
        <AccountTable params={given} page={page} viewerId={viewer.id} />
      </Messages>
    </>
  );
}
