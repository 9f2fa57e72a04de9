import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/ui/badge';
import { Icon } from '@/components/ui/icon';
import { MenuLink } from '@/components/ui/menu-link';
import { languageOf } from '@/lib/i18n/languages';
import { Brand } from './brand';
import { LanguageSwitch, type Theme, ThemeSwitch } from './preferences';
import { ProjectSwitch, type ShellProject } from './project-switch';

export type ShellViewer = { name: string; email: string };

function SearchForm({ slug }: { slug: string }) {
  const t = useTranslations('nav');
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
function PersonMenu({ viewer, theme, signOut, admin }: Pick<TopBarProps, 'viewer' | 'theme' | 'signOut' | 'admin'>) {
  const t = useTranslations('nav');
  return (
    <details className="menu relative" name="menu" data-menu="">
      <summary className="menu-head">
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
        <ThemeSwitch current={theme} />
        <form action={signOut} className="mt-1 border-t border-line pt-1">
          <button type="submit" className="menu-item">
            {t('signOut')}
          </button>
        </form>
      </div>
    </details>
  );
}

export function LanguageMenu() {
  const t = useTranslations('common');
  return (
    <details className="menu relative" name="menu" data-menu="">
      <summary className="menu-head text-soft">
        <span className="sr-only">{t('language')}: </span>
        <Icon name="globe" />
        <span className="text-xs font-medium uppercase">{languageOf(useLocale())}</span>
      </summary>
      <div className="panel right-0">
        <LanguageSwitch />
      </div>
    </details>
  );
}

type TopBarProps = {
  viewer: ShellViewer;
  theme: Theme;
  project?: ShellProject;
  signOut: () => Promise<void>;
  admin?: boolean;
  /** offers to search the project's activities */
  search?: boolean;
  /** opens the navigation where it does not stand beside the page */
  menu?: ReactNode;
};

/** Brand, project, search, language, person. What is the viewer's own (`data-own`) hides on a screen turned to somebody else. */
export function TopBar({ viewer, theme, project, signOut, admin, search, menu }: TopBarProps) {
  const [t, nav] = [useTranslations('common'), useTranslations('nav')];
  return (
    <header className="no-print sticky top-0 z-40 border-b border-line bg-surface">
      <div className="flex h-13 items-center gap-2 px-3 sm:gap-3 sm:px-4">
        <div data-own="" className="contents">{menu}</div>
        <Brand label={t('appName')} />
        <div data-own="" className="contents">
          <span className="h-5 w-px bg-line max-sm:hidden" />
          <ProjectSwitch project={project} words={{ switchProject: nav('switchProject'), allProjects: nav('allProjects'), loading: t('loading'), failed: t('failed') }} />
          {project && search && <SearchForm slug={project.slug} />}
        </div>
        <div className={`flex shrink-0 items-center ${project && search ? 'max-lg:ml-auto' : 'ml-auto'}`}>
          <LanguageMenu />
          <div data-own="" className="contents">
            <PersonMenu viewer={viewer} theme={theme} signOut={signOut} admin={admin} />
          </div>
        </div>
      </div>
    </header>
  );
}
