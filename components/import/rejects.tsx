import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';

/** Lines that are not taken, and where to get them. */
export function RejectsBanner({ href, children }: { href: string; children: ReactNode }) {
  const t = useTranslations('imports');
  return (
    <Banner kind="warning">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 flex-1 basis-72">{children}</p>
        <ButtonLink href={href} icon="download" size="sm" download>{t('downloadRejects')}</ButtonLink>
      </div>
    </Banner>
  );
}
