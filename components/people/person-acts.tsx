import { useTranslations } from 'next-intl';
import { ButtonLink } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { anonymisePeopleAction } from '@/lib/people/actions';

type Props = { base: string; projectId: string; personId: string; mayExport: boolean; mayAnonymise: boolean };

/** What a person may ask for (DOMAIN §5): a copy of their data, or that their identity goes. */
export function PersonActs({ base, projectId, personId, mayExport, mayAnonymise }: Props) {
  const t = useTranslations('retention');
  const common = useTranslations('common');
  return (
    <>
      {mayExport && <ButtonLink href={`${base}/data`} size="sm" icon="download">{t('export')}</ButtonLink>}
      {mayAnonymise && (
        <ConfirmButton label={t('anonymiseNow')} title={t('anonymiseTitle')} body={t('anonymiseBody', { n: 1 })} cancelLabel={common('cancel')} failedText={common('failed')} action={anonymisePeopleAction} input={{ projectId, personIds: [personId] }} note={{ label: t('reason'), hint: t('reasonHint'), required: true, maxLength: 1000, name: 'reason' }} size="sm" variant="danger" icon="shield" />
      )}
    </>
  );
}
