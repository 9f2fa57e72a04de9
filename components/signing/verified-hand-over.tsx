import { getTranslations } from 'next-intl/server';
import { DescriptionList } from '@/components/ui/facts';
import { Banner } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { getFormat } from '@/lib/i18n/server';
import type { VerifiedHandOver } from '@/lib/signing/queries/verify';

/** What the code of a hand-over's certificate proves: signed and unchanged, or not. */
export async function VerifiedHandOverAnswer({ found }: { found: VerifiedHandOver }) {
  const [t, format] = [await getTranslations('signing.verify'), await getFormat()];
  const stands = found.paperStands !== false && (found.standing === 'signed' || found.standing === 'paper');
  const word = found.paperStands === false && found.standing !== 'withdrawn' ? 'changed' : found.standing;
  const items = [
    { label: t('project'), value: found.project },
    { label: t('reference'), value: found.reference },
    { label: t('date'), value: format.date(found.date) },
    { label: t('items'), value: format.number(found.items) },
    { label: t('signedOn'), value: found.signedOn && format.date(found.signedOn) },
    { label: t('code'), value: found.verificationCode },
    { label: t('fingerprint'), value: <span className="font-mono">{found.fingerprint}</span> },
  ];
  return (
    <>
      <Banner kind={stands ? 'success' : 'warning'} title={t(`${word}.title`)} live>{t(`${word}.body`)}</Banner>
      <Card><DescriptionList items={items} /></Card>
      {found.paperStands === null && <p className="text-soft">{t('compare', { fingerprint: found.fingerprint })}</p>}
    </>
  );
}
