import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import type { IconName } from '@/components/ui/icon';
import type { Permission } from '@/lib/access/rules';
import { signOutAction } from '@/lib/auth/actions';
import { waitingFor } from '@/lib/indicators/queries/desk';
import { getLanguage } from '@/lib/i18n/server';
import { remember } from '@/lib/shared/remember';
import { openProject } from '@/lib/projects/queries';

type Props = { children: ReactNode; params: Promise<{ project: string }> };
type Place = { key: string; path: string; icon: IconName; permission: Permission };

// In the order of a working day; each only for those who may see it (DOMAIN §4).
const places: readonly Place[] = [
  { key: 'overview', path: '', icon: 'overview', permission: 'figures.read' },
  { key: 'results', path: '/results', icon: 'results', permission: 'plan.read' },
  { key: 'indicators', path: '/indicators', icon: 'indicator', permission: 'figures.read' },
  { key: 'workplan', path: '/workplan', icon: 'calendar', permission: 'records.read' },
  { key: 'activities', path: '/activities', icon: 'list', permission: 'records.read' },
  { key: 'people', path: '/people', icon: 'people', permission: 'people.read' },
  { key: 'followUps', path: '/follow-ups', icon: 'clock', permission: 'records.read' },
  { key: 'equipment', path: '/equipment', icon: 'box', permission: 'figures.read' },
  { key: 'actionPoints', path: '/action-points', icon: 'flag', permission: 'records.read' },
  { key: 'cooperation', path: '/cooperation', icon: 'cooperation', permission: 'figures.read' },
  { key: 'places', path: '/places', icon: 'pin', permission: 'figures.read' },
  { key: 'review', path: '/review', icon: 'review', permission: 'review.queue' },
  { key: 'deadlines', path: '/deadlines', icon: 'clock', permission: 'plan.read' },
  { key: 'reports', path: '/reports', icon: 'report', permission: 'reports.read' },
  { key: 'settings', path: '/settings', icon: 'gear', permission: 'settings.read' },
];

// A plural costs two Intl objects, which next-intl makes anew for each request; this one stands on every page.
const said = new Map<string, string>();
const waitingIn = (language: string, n: number, say: () => string): string => remember(said, 1000, `${language} ${n}`, say);

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { project } = await openProject((await params).project, 'figures.read');
  const common = await getTranslations('common');
  return { title: { template: `%s · ${project.projectsId} · ${common('appName')}`, default: `${project.projectsId} · ${common('appName')}` } };
}

export default async function ProjectLayout({ children, params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'figures.read');
  const [t, { waiting }, language] = await Promise.all([getTranslations('nav'), waitingFor(viewer, project.id), getLanguage()]);
  const nav = places
    .filter((place) => project.may(place.permission))
    .map(({ key, path, icon }) => ({ label: t(key), href: `/projects/${project.slug}${path}`, icon, exact: path === '', ...(key === 'review' && waiting > 0 && { count: waiting, countLabel: waitingIn(language, waiting, () => t('waiting', { n: waiting })) }) }));
  const here = { slug: project.slug, name: `${project.projectsId} ${project.title}` };
  return (
    <AppShell viewer={viewer} project={here} nav={nav} signOut={signOutAction} admin={viewer.isAdmin} illustrative={project.illustrative}>
      {children}
    </AppShell>
  );
}
