import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import type { IconName } from '@/components/ui/icon';
import { signOutAction } from '@/lib/auth/actions';
import { requireAdmin } from '@/lib/auth/viewer';

const places: readonly { key: 'users' | 'institutions' | 'projects' | 'outbox'; icon: IconName }[] = [
  { key: 'users', icon: 'people' },
  { key: 'institutions', icon: 'cooperation' },
  { key: 'projects', icon: 'list' },
  { key: 'outbox', icon: 'external' },
];

/** Administration does not exist for anybody else; every page below asks again, because a layout is not run for each of them. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const viewer = await requireAdmin();
  const t = await getTranslations('admin');
  return (
    <AppShell viewer={viewer} nav={places.map(({ key, icon }) => ({ label: t(`tabs.${key}`), href: `/admin/${key}`, icon }))} signOut={signOutAction} admin>
      {children}
    </AppShell>
  );
}
