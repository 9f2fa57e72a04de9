import { getTranslations } from 'next-intl/server';
import { PlainShell } from '@/components/shell/app-shell';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';

export default async function NotFound() {
  const t = await getTranslations('common.notFound');
  return (
    <PlainShell>
      <title>{t('title')}</title>
      <PageHeader title={t('title')} />
      <p className="mb-6 max-w-prose">{t('body')}</p>
      <ButtonLink href="/projects" variant="primary">
        {t('home')}
      </ButtonLink>
    </PlainShell>
  );
}
