import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icon';
import { Brand } from './brand';
import { CloseMenus } from './close-menus';
import { FollowLinks } from './follow-links';
import { type NavItem, ProjectNav } from './project-nav';
import type { ShellProject } from './project-switch';
import { chosenTheme } from './preferences';
import { LanguageMenu, type ShellViewer, TopBar } from './top-bar';

type ShellProps = {
  viewer: ShellViewer;
  project?: ShellProject;
  nav: NavItem[];
  signOut: () => Promise<void>;
  /** Shows the way to the administration. */
  admin?: boolean;
  /** Says that this project's activity content is made up. */
  illustrative?: boolean;
  children: ReactNode;
};

export function SkipLink() {
  const t = useTranslations('common');
  return (
    <a href="#content" className="sr-only z-50 rounded-md bg-accent-fill px-4 py-2 text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2">
      {t('skip')}
    </a>
  );
}

export function IllustrativeBanner() {
  const t = useTranslations('common');
  return (
    <p className="flex items-center gap-2 border-b border-line bg-warn-soft px-4 py-1.5 text-xs text-warn sm:px-6">
      <Icon name="info" size={14} />
      {t('illustrative')}
    </p>
  );
}

/** The navigation, once: beside the page from 1024 px; below that a panel which the menu button opens, by the browser itself. */
function Side({ nav, label, find, slug }: { nav: NavItem[]; label: string; find: string; slug?: string }) {
  return (
    <aside id="side" popover="auto" className="side no-print">
      {slug && (
        <search className="lg:hidden">
          <form action={`/projects/${slug}/activities`} className="mb-2">
            <input type="search" name="q" aria-label={find} placeholder={find} className="control" maxLength={200} />
          </form>
        </search>
      )}
      <ProjectNav items={nav} label={label} />
    </aside>
  );
}

const SideButton = ({ label }: { label: string }) => (
  <button type="button" popoverTarget="side" aria-label={label} className="flex size-9 items-center justify-center rounded-md hover:bg-sunken lg:hidden">
    <Icon name="menu" size={18} />
  </button>
);

/** The frame of every signed-in page; works without JavaScript. */
export async function AppShell({ viewer, project, nav, signOut, admin, illustrative, children }: ShellProps) {
  const t = await getTranslations('nav');
  // Only who has the list of activities can search it: donors see no records.
  const search = nav.some((item) => item.href.endsWith('/activities'));
  return (
    <>
      <SkipLink />
      <CloseMenus />
      <FollowLinks />
      <TopBar
        search={search}
        viewer={viewer}
        theme={await chosenTheme()}
        project={project}
        signOut={signOut}
        admin={admin}
        menu={nav.length > 0 && <SideButton label={t('menu')} />}
      />
      <div className="flex">
        {nav.length > 0 && <Side nav={nav} label={t('main')} find={t('searchActivities')} slug={search ? project?.slug : undefined} />}
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
          {illustrative && <IllustrativeBanner />}
          <div className="mx-auto max-w-7xl px-4 py-6 sm:px-6 lg:px-8">{children}</div>
        </main>
      </div>
    </>
  );
}

/** The frame of pages without an account: brand, language, content. */
export function PlainShell({ children }: { children: ReactNode }) {
  const t = useTranslations('common');
  return (
    <>
      <SkipLink />
      <CloseMenus />
      <FollowLinks />
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
