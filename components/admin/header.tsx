import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Tabs } from '@/components/ui/navigation';
import { PageHeader } from '@/components/ui/page';

const tabs = ['users', 'institutions', 'projects'] as const;

/** Title and tabs of the administration pages. */
export function AdminHeader({ tab, action }: { tab: (typeof tabs)[number]; action?: ReactNode }) {
  const t = useTranslations('admin');
  return (
    <>
      <PageHeader title={t('title')} action={action} />
      <Tabs label={t('title')} items={tabs.map((name) => ({ label: t(`tabs.${name}`), href: `/admin/${name}`, current: name === tab }))} />
    </>
  );
}
