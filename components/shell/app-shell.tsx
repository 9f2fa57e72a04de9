import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { CloseMenus } from './close-menus';
import { type NavItem, ProjectNav } from './project-nav';
import { Brand, LanguageMenu, type ShellProject, type ShellViewer, TopBar } from './top-bar';

type ShellProps = {
  viewer: ShellViewer;
  project?: ShellProject;
  projects: ShellProject[];
  nav: NavItem[];
  signOut: () => Promise<void>;
  /** Shows the way to the administration. */
  admin?: boolean;
  /** Says that this project's activity content is made up. */
  illustrative?: boolean;
  children: ReactNode;
};

export async function SkipLink() {
  const t = await getTranslations('common');
  return (
    <a href="#content" className="sr-only z-50 rounded-md bg-accent-fill px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2">
      {t('skip')}
    </a>
  );
}

export async function IllustrativeBanner() {
  const t = await getTranslations('common');
  return (
    <p className="flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-xs text-warn sm:px-6">
      <Icon name="info" size={14} />
      {t('illustrative')}
    </p>
  );
}

async function SmallMenu({ nav, label, slug }: { nav: NavItem[]; label: string; slug?: string }) {
  const t = await getTranslations('nav');
  return (
    <details className="menu lg:hidden" name="menu" data-menu="">
      <summary aria-label={t('menu')} className="flex size-9 items-center justify-center rounded-md hover:bg-sunken">
        <Icon name="menu" size={18} />
      </summary>
      <div className="panel inset-x-2 top-12 max-h-[80vh] overflow-y-auto p-2">
        {slug && (
          <search>
            <form action={`/projects/${slug}/activities`} className="mb-2">
              <input type="search" name="q" aria-label={t('searchActivities')} placeholder={t('searchActivities')} className="control" maxLength={200} />
            </form>
          </search>
        )}
        <ProjectNav items={nav} label={label} />
      </div>
    </details>
  );
}

/** The frame of every signed-in page: navigation at the left from 1024 px, in a menu below that; works without JavaScript. */
export async function AppShell({ viewer, project, projects, nav, signOut, admin, illustrative, children }: ShellProps) {
  const t = await getTranslations('nav');
  // Only who has the list of activities can search it: donors see no records.
  const search = nav.some((item) => item.href.endsWith('/activities'));
  return (
    <>
      <SkipLink />
      <CloseMenus />
      <TopBar
        search={search}
        viewer={viewer}
        project={project}
        projects={projects}
        signOut={signOut}
        admin={admin}
        menu={nav.length > 0 && <SmallMenu nav={nav} label={t('main')} slug={search ? project?.slug : undefined} />}
      />
      <div className="flex">
        {nav.length > 0 && (
          <aside className="no-print sticky top-13 h-[calc(100vh-3.25rem)] w-56 shrink-0 overflow-y-auto border-r border-line bg-surface p-3 max-lg:hidden">
            <ProjectNav items={nav} label={t('main')} />
          </aside>
        )}
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          {illustrative && <IllustrativeBanner />}
          <div className="mx-auto max-w-7xl px-4 py-6 sm:px-6 lg:px-8">{children}</div>
        </main>
      </div>
    </>
  );
}

/** The frame of pages without an account: brand, language, content. */
export async function PlainShell({ children }: { children: ReactNode }) {
  const t = await getTranslations('common');
  return (
    <>
      <SkipLink />
      <CloseMenus />
      <header className="no-print flex h-13 items-center justify-between border-b border-line bg-surface px-4">
        <Brand href="/" label={t('appName')} />
        <LanguageMenu />
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-5xl px-4 py-8 outline-none sm:px-6">
        {children}
      </main>
    </>
  );
}
