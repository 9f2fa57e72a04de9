import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/links/copy-button';
import { ActButton } from '@/components/ui/act-button';
import { buttonClass } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Icon } from '@/components/ui/icon';
import { useFormat } from '@/lib/i18n/use-format';
import { askFollowUpAction } from '@/lib/learning/actions';
import { revokeLinkAction } from '@/lib/links/actions';
import type { LinkView } from '@/lib/links/queries';
import { SupervisorForm } from './supervisor-form';

export type Asked = { followUpId: string; name: string; email: string | null; supervisorEmail: string | null; /** their supervisor has said it already */ confirmed: boolean; training: string };
type Props = { projectId: string; timeZone: string; asked: Asked; links: LinkView[] };

/** The links of one follow-up for those who pass them on: to the participant and to the supervisor, each to copy or to mail. */
export function AskedLinks({ projectId, timeZone, asked, links }: Props) {
  const t = useTranslations('learning');
  const common = useTranslations('common');
  const open = links.filter((link) => link.url !== null);
  return (
    <div className="grid grid-cols-1 gap-2">
      {open.map((link) => (
        <LinkLine key={link.id} projectId={projectId} timeZone={timeZone} asked={asked} link={link} />
      ))}
      {open.length === 0 && (
        <div>
          <ActButton
            label={t(links.length > 0 ? 'askAgain' : 'ask')}
            context={asked.name}
            failedText={common('failed')}
            action={askFollowUpAction}
            input={{ projectId, followUpId: asked.followUpId }}
            size="sm"
            icon="external"
          />
        </div>
      )}
      {!asked.confirmed && <SupervisorForm projectId={projectId} followUpId={asked.followUpId} email={asked.supervisorEmail} name={asked.name} texts={{ label: t('supervisor.label'), none: t('supervisor.none'), hint: t('supervisor.hint'), save: t('supervisor.save') }} />}
    </div>
  );
}

function LinkLine({ projectId, timeZone, asked, link }: Omit<Props, 'links'> & { link: LinkView }) {
  const [t, texts, common] = [useTranslations('learning'), useTranslations('links'), useTranslations('common')];
  const format = useFormat();
  const to = link.purpose === 'follow_up_supervisor' ? 'supervisor' : 'participant';
  const who = `${t(`to.${to}`)}, ${asked.name}`;
  const about = { training: asked.training, url: link.url ?? '' };
  // The participant's name travels in no mail but their own; the supervisor reads it behind the link.
  const body = to === 'participant' ? t('mail.participant', { ...about, name: asked.name }) : t('mail.supervisor', about);
  const address = to === 'participant' ? asked.email : asked.supervisorEmail;
  const mail = `mailto:${address ? encodeURIComponent(address) : ''}?subject=${encodeURIComponent(t('mail.subject', { training: asked.training }))}&body=${encodeURIComponent(body)}`;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="text-soft sm:min-w-40">
        {t(`to.${to}`)} <span className="tabular text-xs">({t('validUntil', { date: format.moment(link.expiresAt, timeZone) })})</span>
      </span>
      <CopyButton text={link.url ?? ''} label={texts('copy')} copied={texts('copied')} context={who} />
      <a href={mail} className={buttonClass({ size: 'sm' })}>
        <Icon name="external" />
        {texts('byMail')}
        <span className="sr-only">: {who}</span>
      </a>
      <ConfirmButton
        label={texts('revoke')}
        title={texts('revokeTitle')}
        body={texts('revokeBody')}
        cancelLabel={common('cancel')}
        failedText={common('failed')}
        action={revokeLinkAction}
        input={{ projectId, linkId: link.id }}
        variant="ghost"
        size="sm"
      />
    </div>
  );
}
