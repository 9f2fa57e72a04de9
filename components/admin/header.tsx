import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page';

/** Title of an administration list. */
export function AdminHeader({ tab, action }: { tab: 'users' | 'institutions' | 'projects' | 'outbox'; action?: ReactNode }) {
  const t = useTranslations('admin');
  return <PageHeader title={t(`tabs.${tab}`)} context={t('title')} action={action} />;
}
