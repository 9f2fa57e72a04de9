import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DemoAccounts } from '@/components/auth/demo-accounts';
import { LanguageSwitch } from '@/components/auth/language-switch';
import { OidcButton } from '@/components/auth/oidc-button';
import { SignInForm } from '@/components/auth/sign-in-form';
import { Banner } from '@/components/ui/feedback';
import { oidcProvider } from '@/lib/auth/options';
import { safeNext } from '@/lib/auth/rules';
import { getViewer } from '@/lib/auth/viewer';
import { env } from '@/lib/env';
import { Messages } from '@/lib/i18n/client';

type Props = { searchParams: Promise<{ next?: string; error?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('auth'))('title') };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next: wanted, error } = await searchParams;
  const next = safeNext(wanted);
  if (await getViewer()) redirect(next);
  const [t, common] = [await getTranslations('auth'), await getTranslations('common')];
  const organisation = oidcProvider();
  return (
    <main id="content" className="mx-auto grid min-h-dvh w-full max-w-md content-center gap-6 px-4 py-10">
      <div>
        <p className="font-semibold text-accent">{common('appName')}</p>
        <p className="text-soft">{common('tagline')}</p>
      </div>
      <div className="grid gap-5 rounded-xl border border-line bg-surface p-5 sm:p-6">
        <h1 className="text-xl font-semibold tracking-tight">{t('title')}</h1>
        {error && <Banner kind="error">{t(error === 'account' ? 'noAccount' : 'organisationFailed')}</Banner>}
        {organisation && <OidcButton label={t('organisation', { name: organisation.name })} pendingLabel={t('opening')} failedText={t('organisationFailed')} next={next} />}
        {organisation && <p className="text-center text-xs text-soft">{t('or')}</p>}
        <Messages namespaces={['auth', 'errors']}>
          <SignInForm next={next} />
        </Messages>
      </div>
      {env().CAPACITY_EMBEDDED && <DemoAccounts />}
      <LanguageSwitch />
    </main>
  );
}
