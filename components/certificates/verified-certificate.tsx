import { getTranslations } from 'next-intl/server';
import { DescriptionList } from '@/components/ui/facts';
import { Banner } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import type { VerifiedCertificate } from '@/lib/certificates/queries';
import { getFormat } from '@/lib/i18n/server';

/** What the code of a certificate proves: valid or revoked, the course and its days. Never whose it is. */
export async function VerifiedCertificateAnswer({ found }: { found: VerifiedCertificate }) {
  const [t, f] = [await getTranslations('verify'), await getFormat()];
  const items = [
    { label: t('certificate.number'), value: found.number },
    { label: t('certificate.course'), value: found.course },
    { label: t('certificate.held'), value: f.dateRange(found.heldFrom, found.heldTo) },
    { label: t('fields.project'), value: found.project },
    { label: t('fields.issued'), value: f.date(found.issuedOn) },
    { label: t('fields.code'), value: found.verificationCode },
  ];
  const { revokedOn } = found;
  return (
    <>
      <Banner kind={revokedOn ? 'error' : 'success'} title={t(revokedOn ? 'certificate.revoked' : 'certificate.valid')} live>
        {revokedOn ? t('certificate.revokedOn', { date: f.date(revokedOn) }) : t('certificate.nameless')}
      </Banner>
      <Card><DescriptionList items={items} /></Card>
    </>
  );
}
