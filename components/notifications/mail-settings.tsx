import { useTranslations } from 'next-intl';
import { LinkChoices } from '@/components/links/fields';
import { LinkForm } from '@/components/links/link-form';
import { LinkHead } from '@/components/links/link-head';
import { Banner } from '@/components/ui/feedback';
import type { Preference } from '@/lib/notifications/queries';
import { notificationFrequencies } from '@/lib/shared/vocabulary';
import { sendFrequency } from './send-frequency';

/** Behind the link at the foot of a mail: how often, or never again. */
export function MailSettings({ token, preference }: { token: string; preference: Preference }) {
  const [t, links, common] = [useTranslations('notifications'), useTranslations('links'), useTranslations('common')];
  const choices = notificationFrequencies.toReversed().map((value) => ({ value, label: t(`frequencies.${value}`) }));
  return (
    <>
      <LinkHead title={t('byLink.title')} meta={t('byLink.now', { frequency: t(`frequencies.${preference.frequency}`) })} />
      <LinkForm token={token} action={sendFrequency} done={<Banner kind="success" title={links('thanks')}>{t('byLink.done')}</Banner>} texts={{ send: common('save'), sending: links('sending'), failed: common('failed') }}>
        <LinkChoices name="frequency" legend={t('howOften')} hint={t('byLink.hint')} choices={choices} required />
      </LinkForm>
    </>
  );
}
