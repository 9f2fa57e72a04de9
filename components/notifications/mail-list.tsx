import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import { useFormat } from '@/lib/i18n/use-format';
import type { MailView } from '@/lib/notifications/queries';
import type { MailState } from '@/lib/shared/vocabulary';

const looks: Record<MailState, [Tone, IconName]> = { waiting: ['accent', 'clock'], sent: ['good', 'check'], failed: ['bad', 'error'], kept: ['neutral', 'file'] };

/** Mails as they stand in the outbox, each to open and read. `to`: says whom they are for. */
export function MailList({ mails, to, timeZone }: { mails: MailView[]; to?: boolean; timeZone?: string }) {
  const t = useTranslations('notifications');
  const format = useFormat();
  return (
    <ul className="divide-y divide-line">
      {mails.map((mail) => {
        const [tone, icon] = looks[mail.state];
        return (
          <li key={mail.id}>
            <details className="px-4 py-3">
              <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
                <span className="min-w-48 flex-1 font-medium">{mail.subject}</span>
                {to && <span className="break-all text-soft">{mail.address}</span>}
                <span className="tabular text-soft">{format.moment(mail.createdAt, timeZone)}</span>
                <Badge tone={tone} icon={icon}>{t(`states.${mail.state}`)}</Badge>
              </summary>
              {mail.lastError && <p className="mt-2 text-bad">{t('failedTry', { n: mail.attempts, error: mail.lastError })}</p>}
              <p className="mt-3 max-w-prose rounded-md bg-sunken px-3 py-2 font-mono text-xs break-words whitespace-pre-wrap">{mail.body}</p>
            </details>
          </li>
        );
      })}
    </ul>
  );
}
