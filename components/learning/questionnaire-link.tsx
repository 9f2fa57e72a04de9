import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/links/copy-button';
import { ActButton } from '@/components/ui/act-button';
import { Badge } from '@/components/ui/badge';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Card } from '@/components/ui/page';
import { QrCode } from '@/components/ui/qr-code';
import { useFormat } from '@/lib/i18n/use-format';
import { closeQuestionnaireAction, openQuestionnaireAction } from '@/lib/learning/actions';
import type { LinkView } from '@/lib/links/queries';

type Props = { projectId: string; activityId: string; timeZone: string; link: LinkView | null; mayWrite: boolean };

/** The one link for everybody who was there: opened, shown as a code, closed again. */
export function QuestionnaireLink({ projectId, activityId, timeZone, link, mayWrite }: Props) {
  const [t, links, common] = [useTranslations('learning.questionnaire'), useTranslations('links'), useTranslations('common')];
  const format = useFormat();
  const open = link?.state === 'valid';
  const input = { projectId, activityId };
  return (
    <Card
      id="link"
      title={t('link')}
      description={t('linkHint')}
      action={<Badge tone={open ? 'good' : 'neutral'} icon={open ? 'check' : 'lock'}>{t(open ? 'isOpen' : link ? 'isClosed' : 'notOpened')}</Badge>}
    >
      <div className="grid gap-4">
        {link && (
          <p className="tabular text-soft">
            {open ? t('openUntil', { date: format.moment(link.expiresAt, timeZone) }) : ''} {t('uses', { n: link.uses })}
          </p>
        )}
        {link?.url && (
          <div className="flex flex-wrap items-start gap-4">
            <QrCode text={link.url} label={links('qrLabel')} className="w-40 rounded-md border border-line" />
            <div className="grid min-w-0 flex-1 basis-56 justify-items-start gap-2">
              <p className="font-mono text-xs break-all">{link.url}</p>
              <CopyButton text={link.url} label={links('copy')} copied={links('copied')} context={t('link')} />
              <ConfirmButton label={t('close')} title={t('closeTitle')} body={t('closeBody')} cancelLabel={common('cancel')} failedText={common('failed')} action={closeQuestionnaireAction} input={input} size="sm" icon="lock" />
            </div>
          </div>
        )}
        {mayWrite && !link?.url && (
          <div>
            <ActButton label={t(link ? 'openAgain' : 'openIt')} failedText={common('failed')} action={openQuestionnaireAction} input={input} variant="primary" icon="external" />
          </div>
        )}
      </div>
    </Card>
  );
}
