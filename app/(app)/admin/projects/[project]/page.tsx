import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EditProjectForm } from '@/components/admin/project-forms';
import { PageHeader } from '@/components/ui/page';
import { requireAdmin } from '@/lib/auth/viewer';
import { Messages } from '@/lib/i18n/client';
import { findProject } from '@/lib/projects/queries';
import { factValues } from '@/lib/projects/rules';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.projects'))('edit') };
}

export default async function EditProjectPage({ params }: Props) {
  const viewer = await requireAdmin();
  const project = await findProject(viewer, (await params).project);
  if (!project) notFound();
  const t = await getTranslations('admin');
  const values = { id: project.id, version: project.version, ...factValues(project) };
  return (
    <>
      <PageHeader title={t('projects.editTitle', { id: project.projectsId })} crumbs={[{ label: t('tabs.projects'), href: '/admin/projects' }]} />
      <Messages namespaces={['admin', 'forms', 'errors', 'vocabulary', 'common']}>
        <EditProjectForm values={values} />
      </Messages>
    </>
  );
}
