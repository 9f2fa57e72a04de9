import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/links/copy-button';
import { ActButton } from '@/components/ui/act-button';
import { buttonClass } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Icon } from '@/components/ui/icon';
import { Card } from '@/components/ui/page';
import { askProgressAction } from '@/lib/action-points/actions/points';
import type { PointRecord } from '@/lib/action-points/queries/point';
import { useFormat } from '@/lib/i18n/use-format';
import { revokeLinkAction } from '@/lib/links/actions';
import type { LinkView } from '@/lib/links/queries';

type Props = { point: PointRecord; projectId: string; timeZone: string; links: LinkView[] };

/** The link for somebody without an account: to make, to copy, to mail, to take back. */
export function AskProgress({ point, projectId, timeZone, links }: Props) {
  const [t, texts, common] = [useTranslations('actionPoints'), useTranslations('links'), useTranslations('common')];
  const format = useFormat();
  const link = links.find(({ url }) => url !== null);
  const mail = (url: string) => `mailto:${encodeURIComponent(point.personEmail ?? '')}?subject=${encodeURIComponent(t('mail.subject', { n: point.number }))}&body=${encodeURIComponent(t('mail.body', { text: point.text, url }))}`;
  return (
    <Card title={t('ask')} id="ask" description={t('askHint')}>
      {link?.url ? (
        <div className="grid gap-3">
          <p className="tabular text-soft">{t('validUntil', { date: format.moment(link.expiresAt, timeZone) })}</p>
          <div className="flex flex-wrap gap-2">
            <CopyButton text={link.url} label={texts('copy')} copied={texts('copied')} context={t('pointNumber', { n: point.number })} />
            <a href={mail(link.url)} className={buttonClass({ size: 'sm' })}><Icon name="external" />{texts('byMail')}</a>
            <ConfirmButton label={texts('revoke')} title={texts('revokeTitle')} body={texts('revokeBody')} cancelLabel={common('cancel')} failedText={common('failed')} action={revokeLinkAction} input={{ projectId, linkId: link.id }} variant="ghost" size="sm" />
          </div>
        </div>
      ) : (
        <ActButton label={t('makeLink')} failedText={common('failed')} action={askProgressAction} input={{ projectId, actionPointId: point.id }} icon="external" />
      )}
    </Card>
  );
}
