import { useTranslations } from 'next-intl';
import { LinkChoices, LinkText } from '@/components/links/fields';
import { LinkForm } from '@/components/links/link-form';
import { LinkHead } from '@/components/links/link-head';
import { Banner } from '@/components/ui/feedback';
import { useFormat } from '@/lib/i18n/use-format';
import type { LinkedFollowUp } from '@/lib/learning/queries/follow-up-link';
import { sendAnswer, sendConfirmation } from './send-follow-up';

/** One question to the participant, or one to their supervisor, some months after a training. */
export function LinkedFollowUpPage({ token, found, asks }: { token: string; found: LinkedFollowUp; asks: 'participant' | 'supervisor' }) {
  const [t, links, common] = [useTranslations('learning.link'), useTranslations('links'), useTranslations('common')];
  const format = useFormat();
  const texts = { send: links('send'), sending: links('sending'), failed: common('failed') };
  const done = (
    <Banner kind="success" title={links('thanks')}>
      {t('thanks')}
    </Banner>
  );
  return (
    <>
      <LinkHead title={found.training} context={found.organisation} meta={format.dateRange(found.from, found.to)} />
      <LinkForm token={token} action={asks === 'participant' ? sendAnswer : sendConfirmation} done={done} texts={texts}>
        {asks === 'participant' ? <ParticipantQuestion /> : <SupervisorQuestion name={found.name ?? ''} />}
      </LinkForm>
    </>
  );
}

function ParticipantQuestion() {
  const t = useTranslations('learning.link');
  const choices = [
    { value: 'yes', label: t('yesIApply') },
    { value: 'no', label: t('noIDoNot') },
  ];
  return (
    <>
      <LinkChoices name="applied" legend={t('question')} hint={t('questionHint')} choices={choices} required />
      <LinkText name="note" label={t('note')} hint={t('noteHint')} max={1000} />
    </>
  );
}

function SupervisorQuestion({ name }: { name: string }) {
  const t = useTranslations('learning.link');
  const choices = [
    { value: 'yes', label: t('yesConfirm') },
    { value: 'no', label: t('noConfirm') },
  ];
  return <LinkChoices name="confirmed" legend={t('supervisorQuestion', { name })} hint={t('supervisorHint')} choices={choices} required />;
}
