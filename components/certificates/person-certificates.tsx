import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { CertificateView } from '@/lib/certificates/queries';
import { certificateNumber } from '@/lib/certificates/rules';
import { useFormat } from '@/lib/i18n/use-format';

type Props = { project: { slug: string; projectsId: string }; certificates: CertificateView[] };

/** The certificates of one person in one project, with their numbers and whether they still hold. */
export function PersonCertificates({ project, certificates }: Props) {
  const t = useTranslations('certificates');
  const format = useFormat();
  return (
    <Card id="certificates" title={t('ofPerson')}>
      <ul className="divide-y divide-line">
        {certificates.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0">
            <span className="tabular font-medium">{certificateNumber(project.projectsId, one.number)}</span>
            <Badge tone={one.revoked ? 'bad' : 'good'} icon={one.revoked ? 'error' : 'success'}>{t(one.revoked ? 'revoked' : 'valid')}</Badge>
            <TextLink href={`/projects/${project.slug}/activities/${one.reference}/certificates`}>{one.course}</TextLink>
            <span className="tabular text-soft">{format.dateRange(one.heldFrom, one.heldTo)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
