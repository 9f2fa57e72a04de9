import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/components/auth/language-switch';
import { SkipLink } from '@/components/shell/app-shell';

/** The frame of what a link opens without an account: made for a phone, leads nowhere else. */
export async function LinkFrame({ children }: { children: ReactNode }) {
  const [t, common] = [await getTranslations('links'), await getTranslations('common')];
  return (
    <>
      <SkipLink />
      <header className="no-print border-b border-line bg-surface">
        <div className="mx-auto flex max-w-xl flex-wrap items-center justify-between gap-x-4 px-4 py-2">
          <p className="font-semibold tracking-tight">{common('appName')}</p>
          <LanguageSwitch />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="mx-auto max-w-xl px-4 py-6 outline-none">
        {children}
      </main>
      <footer className="mx-auto max-w-xl px-4 pb-8">
        <p className="text-xs text-soft">{t('foot')}</p>
      </footer>
    </>
  );
}
