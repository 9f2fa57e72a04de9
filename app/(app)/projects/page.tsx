import { getTranslations } from 'next-intl/server';
import { CompareTable } from '@/components/portfolio/compare-table';
import { PortfolioExport } from '@/components/portfolio/portfolio-export';
import { PortfolioPage } from '@/components/portfolio/portfolio-page';
import { AppShell } from '@/components/shell/app-shell';
import { ButtonLink } from '@/components/ui/button';
import { Banner, EmptyState } from '@/components/ui/feedback';
import { hrefWith, readParams } from '@/components/ui/filters';
import { Card, PageHeader } from '@/components/ui/page';
import { signOutAction } from '@/lib/auth/actions';
import { requireViewer } from '@/lib/auth/viewer';
import { portfolioChoices, portfolioOf } from '@/lib/indicators/queries/portfolio';
import { comparable, portfolioFilter } from '@/lib/indicators/rules/portfolio';

type Props = { searchParams?: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async () => ({ title: (await getTranslations('projects'))('title') });

export default async function ProjectsPage({ searchParams }: Props) {
  const viewer = await requireViewer('/projects');
  const given = (await searchParams) ?? {};
  const params = readParams(given, ['q', 'region', 'country', 'type', 'year', 'status', 'sort', 'of', 'page']);
  const compared = [given.compare ?? []].flat().slice(0, 100);
  const filtered = Object.keys(params).some((name) => !['page', 'sort', 'of'].includes(name));
  const [t, words, found, choices] = await Promise.all([getTranslations('projects'), getTranslations('portfolio'), portfolioOf(viewer, portfolioFilter(params)), portfolioChoices(viewer)]);
  const asked = found.projects.filter(({ slug }) => compared.includes(slug));
  const chosen = comparable(asked.length) ? asked : [];
  const create = viewer.isAdmin && <ButtonLink variant="primary" icon="plus" href="/admin/projects">{t('empty.create')}</ButtonLink>;
  const none = found.projects.length === 0 && !filtered;
  return (
    <AppShell viewer={viewer} nav={[]} signOut={signOutAction} admin={viewer.isAdmin}>
      <PageHeader
        title={chosen.length > 1 ? words('compareTitle') : t('title')}
        meta={found.projects.length > 0 && <span className="tabular">{t('count', { n: chosen.length > 1 ? chosen.length : found.projects.length })}</span>}
        action={chosen.length > 1 ? <ButtonLink href={hrefWith('/projects', params)}>{words('back')}</ButtonLink> : found.projects.length > 0 && <PortfolioExport params={params} />}
      />
      {asked.length > chosen.length && <div className="mb-4"><Banner kind="warning">{words('compareHint')}</Banner></div>}
      {none && <Card flush><EmptyState icon="list" title={t('empty.title')} action={create}>{viewer.isAdmin ? t('empty.admin') : t('empty.body')}</EmptyState></Card>}
      {!none && (chosen.length > 1 ? <Card flush className="overflow-hidden"><CompareTable projects={chosen} /></Card> : <PortfolioPage portfolio={found} choices={choices} params={params} ticked={compared} />)}
    </AppShell>
  );
}
