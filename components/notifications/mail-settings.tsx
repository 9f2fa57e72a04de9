import { useTranslations } from 'next-intl';
import { LinkChoices } from '@/components/links/fields';
import { LinkHead } from '@/components/links/link-head';
import { ThankedForm } from '@/components/links/thanked-form';
import type { Preference } from '@/lib/notifications/queries';
import { notificationFrequencies } from '@/lib/shared/vocabulary';
import { sendFrequency } from './send-frequency';

/** Behind the link at the foot of a mail: how often, or never again. */
export function MailSettings({ token, preference }: { token: string; preference: Preference }) {
  const [t, common] = [useTranslations('notifications'), useTranslations('common')];
  const choices = notificationFrequencies.toReversed().map((value) => ({ value, label: t(`frequencies.${value}`) }));
  return (
    <>
      <LinkHead title={t('byLink.title')} meta={t('byLink.now', { frequency: t(`frequencies.${preference.frequency}`) })} />
      <ThankedForm token={token} action={sendFrequency} thanks={t('byLink.done')} send={common('save')}>
        <LinkChoices name="frequency" legend={t('howOften')} hint={t('byLink.hint')} choices={choices} required />
      </ThankedForm>
    </>
  );
}
