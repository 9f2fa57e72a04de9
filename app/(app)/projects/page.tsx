import { getTranslations } from 'next-intl/server';
import { PortfolioTable } from '@/components/portfolio/portfolio-table';
import { AppShell } from '@/components/shell/app-shell';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState, HelpText } from '@/components/ui/feedback';
import { Card, PageHeader } from '@/components/ui/page';
import { signOutAction } from '@/lib/auth/actions';
import { requireViewer } from '@/lib/auth/viewer';
import { portfolio } from '@/lib/indicators/queries/portfolio';

export const generateMetadata = async () => ({ title: (await getTranslations('projects'))('title') });

export default async function ProjectsPage() {
  const viewer = await requireViewer('/projects');
  const [t, projects] = await Promise.all([getTranslations('projects'), portfolio(viewer)]);
  const create = viewer.isAdmin && <ButtonLink variant="primary" icon="plus" href="/admin/projects">{t('empty.create')}</ButtonLink>;
  return (
    <AppShell viewer={viewer} nav={[]} signOut={signOutAction} admin={viewer.isAdmin}>
      <PageHeader title={t('title')} meta={projects.length > 0 && <span className="tabular">{t('count', { n: projects.length })}</span>} />
      <Card flush className="overflow-hidden">
        {projects.length === 0 ? (
          <EmptyState icon="list" title={t('empty.title')} action={create}>{viewer.isAdmin ? t('empty.admin') : t('empty.body')}</EmptyState>
        ) : (
          <PortfolioTable projects={projects} />
        )}
      </Card>
      {projects.length > 0 && <div className="mt-3"><HelpText>{t('peopleNote')}</HelpText></div>}
    </AppShell>
  );
}
