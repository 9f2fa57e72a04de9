import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Avatar } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { MenuLink } from '@/components/ui/navigation';
import { getLanguage } from '@/lib/i18n/server';
import { LanguageSwitch, ThemeSwitch } from './preferences';

export type ShellProject = { slug: string; name: string };
export type ShellViewer = { name: string; email: string };

const summary = 'flex min-h-8 items-center gap-1.5 rounded-md px-2 hover:bg-sunken';

export function Brand({ href = '/projects', label }: { href?: string; label: string }) {
  return (
    <Link href={href} prefetch={false} className="flex min-h-8 shrink-0 items-center gap-2 font-semibold tracking-tight">
      <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="7" className="fill-accent-fill" />
        <path d="M7 22v-5M13 22v-9M19 22v-7M25 22V9" className="stroke-on-accent" strokeWidth="3.2" strokeLinecap="round" />
      </svg>
      <span className="max-sm:sr-only">{label}</span>
    </Link>
  );
}

async function ProjectSwitch({ project, projects }: { project?: ShellProject; projects: ShellProject[] }) {
  const t = await getTranslations('nav');
  return (
    <details className="menu relative min-w-0" name="menu" data-menu="">
      <summary className={`${summary} max-w-80`}>
        <span className="sr-only">{t('switchProject')}: </span>
        <span className="truncate font-medium">{project?.name ?? t('allProjects')}</span>
        <Icon name="down" size={12} className="text-soft" />
      </summary>
      <div className="panel left-0 max-h-[70vh] w-80 max-w-[calc(100vw-2rem)] overflow-y-auto">
        {projects.map((item) => (
          <MenuLink key={item.slug} href={`/projects/${item.slug}`} current={item.slug === project?.slug}>
            <span className="line-clamp-2">{item.name}</span>
          </MenuLink>
        ))}
        <div className="mt-1 border-t border-line pt-1">
          <MenuLink href="/projects">{t('allProjects')}</MenuLink>
        </div>
      </div>
    </details>
  );
}

async function SearchForm({ slug }: { slug: string }) {
  const t = await getTranslations('nav');
  return (
    <search className="no-print ml-auto w-56 max-lg:hidden">
      <form action={`/projects/${slug}/activities`} className="relative">
        <Icon name="search" className="pointer-events-none absolute top-2 left-2.5 text-soft" />
        <input
          type="search"
          name="q"
          aria-label={t('searchActivities')}
          placeholder={t('searchActivities')}
          className="control min-h-8 py-1 pl-8"
          maxLength={200}
        />
      </form>
    </search>
  );
}

/** Sign-out and what a person sets for themselves. */
async function PersonMenu({ viewer, signOut, admin }: { viewer: ShellViewer; signOut: () => Promise<void>; admin?: boolean }) {
  const t = await getTranslations('nav');
  return (
    <details className="menu relative" name="menu" data-menu="">
      <summary className={summary}>
        <span className="sr-only">{t('account', { name: viewer.name })}</span>
        <Avatar name={viewer.name} size={24} />
        <Icon name="down" size={12} className="text-soft" />
      </summary>
      <div className="panel right-0 w-60">
        <p className="px-2 pt-1.5 font-medium">{viewer.name}</p>
        <p className="truncate border-b border-line px-2 pb-2 text-xs text-soft">{viewer.email}</p>
        <div className="border-b border-line py-1">
          <MenuLink href="/notifications">{t('notifications')}</MenuLink>
          {admin && <MenuLink href="/admin/users">{t('admin')}</MenuLink>}
        </div>
        <ThemeSwitch />
        <form action={signOut} className="mt-1 border-t border-line pt-1">
          <button type="submit" className="menu-item">
            {t('signOut')}
          </button>
        </form>
      </div>
    </details>
  );
}

export async function LanguageMenu() {
  const t = await getTranslations('common');
  return (
    <details className="menu relative" name="menu" data-menu="">
      <summary className={`${summary} text-soft`}>
        <span className="sr-only">{t('language')}: </span>
        <Icon name="globe" />
        <span className="text-xs font-medium uppercase">{await getLanguage()}</span>
      </summary>
      <div className="panel right-0">
        <LanguageSwitch />
      </div>
    </details>
  );
}

type TopBarProps = {
  viewer: ShellViewer;
  project?: ShellProject;
  projects: ShellProject[];
  signOut: () => Promise<void>;
  admin?: boolean;
  /** offers to search the project's activities */
  search?: boolean;
  menu?: React.ReactNode;
};

/** Brand, project, search, language, person. `menu` is the navigation of small screens. */
export async function TopBar({ viewer, project, projects, signOut, admin, search, menu }: TopBarProps) {
  const t = await getTranslations('common');
  return (
    <header className="no-print sticky top-0 z-40 border-b border-line bg-surface">
      <div className="flex h-13 items-center gap-2 px-3 sm:gap-3 sm:px-4">
        {menu}
        <Brand label={t('appName')} />
        <span className="h-5 w-px bg-line max-sm:hidden" />
        <ProjectSwitch project={project} projects={projects} />
        {project && search && <SearchForm slug={project.slug} />}
        <div className={`flex shrink-0 items-center ${project && search ? 'max-lg:ml-auto' : 'ml-auto'}`}>
          <LanguageMenu />
          <PersonMenu viewer={viewer} signOut={signOut} admin={admin} />
        </div>
      </div>
    </header>
  );
}
