import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccountForm } from '@/components/admin/account-form';
import { PageHeader } from '@/components/ui/page';
import { requireAdmin } from '@/lib/auth/viewer';
import { Messages } from '@/lib/i18n/client';
import { newId } from '@/lib/shared/ids';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.users'))('add') };
}

export default async function NewUserPage() {
  await requireAdmin();
  const t = await getTranslations('admin');
  return (
    <>
      <PageHeader title={t('users.add')} crumbs={[{ label: t('tabs.users'), href: '/admin/users' }]} />
      <Messages namespaces={['admin', 'forms', 'errors', 'common']}>
        <AccountForm id={newId()} />
      </Messages>
    </>
  );
}
