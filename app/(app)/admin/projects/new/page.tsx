import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewProjectForm } from '@/components/admin/project-forms';
import { PageHeader } from '@/components/ui/page';
import { requireAdmin } from '@/lib/auth/viewer';
import { Messages } from '@/lib/i18n/client';
import { newId } from '@/lib/shared/ids';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.projects'))('add') };
}

export default async function NewProjectPage() {
  await requireAdmin();
  const t = await getTranslations('admin');
  return (
    <>
      <PageHeader title={t('projects.add')} crumbs={[{ label: t('tabs.projects'), href: '/admin/projects' }]} />
      <Messages namespaces={['admin', 'forms', 'errors', 'vocabulary', 'common']}>
        <NewProjectForm id={newId()} />
      </Messages>
    </>
  );
}
