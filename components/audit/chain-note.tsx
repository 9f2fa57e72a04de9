import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import type { ChainCheck } from '@/lib/audit/queries';

/** Says what the trail is and, when asked, whether its chain of hashes holds. */
export function ChainNote({ all, check, checkHref }: { all: boolean; check: ChainCheck | null; checkHref: string }) {
  const t = useTranslations('audit');
  return (
    <div className="mb-4 grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="max-w-prose text-soft">{t(all ? 'intro' : 'introOwn')}</p>
        {all && !check && <ButtonLink href={checkHref} icon="shield">{t('check')}</ButtonLink>}
      </div>
      {check && check.brokenAt === null && <Banner kind="success" title={t('holds')} live>{t('holdsBody', { n: check.entries })}</Banner>}
      {check && check.brokenAt !== null && <Banner kind="error" title={t('broken')}>{t('brokenBody', { seq: check.brokenAt })}</Banner>}
    </div>
  );
}
