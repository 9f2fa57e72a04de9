import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminHeader } from '@/components/admin/header';
import { ProjectTable } from '@/components/admin/project-table';
import { ButtonLink } from '@/components/ui/button';
import { Filters, readParams } from '@/components/ui/filters';
import { requireAdmin } from '@/lib/auth/viewer';
import { listAllProjects } from '@/lib/projects/queries';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('tabs.projects') };
}

export default async function AdminProjectsPage({ searchParams }: Props) {
  const viewer = await requireAdmin();
  const given = readParams(await searchParams, ['q', 'after', 'before']);
  const [page, t] = await Promise.all([listAllProjects(viewer, given.q ?? '', given), getTranslations('admin.projects')]);
  return (
    <>
      <AdminHeader tab="projects" action={<ButtonLink href="/admin/projects/new" variant="primary" icon="plus">{t('add')}</ButtonLink>} />
      <Filters path="/admin/projects" params={given} filters={[{ name: 'q', label: t('search') }]} />
      <ProjectTable params={given} page={page} />
    </>
  );
}
