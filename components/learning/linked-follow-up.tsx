import { useTranslations } from 'next-intl';
import { LinkChoices, LinkText } from '@/components/links/fields';
import { LinkHead } from '@/components/links/link-head';
import { ThankedForm } from '@/components/links/thanked-form';
import { useFormat } from '@/lib/i18n/use-format';
import type { LinkedFollowUp } from '@/lib/learning/queries/follow-up-link';
import { sendAnswer, sendConfirmation } from './send-follow-up';

/** One question to the participant, or one to their supervisor, some months after a training. */
export function LinkedFollowUpPage({ token, found, asks }: { token: string; found: LinkedFollowUp; asks: 'participant' | 'supervisor' }) {
  const t = useTranslations('learning.link');
  const format = useFormat();
  return (
    <>
      <LinkHead title={found.training} context={found.organisation} meta={format.dateRange(found.from, found.to)} />
      <ThankedForm token={token} action={asks === 'participant' ? sendAnswer : sendConfirmation} thanks={t('thanks')}>
        {asks === 'participant' ? <ParticipantQuestion /> : <SupervisorQuestion name={found.name ?? ''} />}
      </ThankedForm>
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
