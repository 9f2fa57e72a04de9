import { getTranslations } from 'next-intl/server';
import { FrequencyForm } from '@/components/notifications/frequency-form';
import { MailList } from '@/components/notifications/mail-list';
import { AppShell } from '@/components/shell/app-shell';
import { EmptyState } from '@/components/ui/feedback';
import { Card, PageHeader } from '@/components/ui/page';
import { signOutAction } from '@/lib/auth/actions';
import { requireViewer } from '@/lib/auth/viewer';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { ownMails, ownPreference, sendsMail } from '@/lib/notifications/queries';

export const generateMetadata = async () => ({ title: (await getTranslations('notifications'))('title') });

export default async function NotificationsPage() {
  const viewer = await requireViewer('/notifications');
  const [t, preference, mails] = await Promise.all([getTranslations('notifications'), ownPreference(viewer), ownMails(viewer)]);
  return (
    <AppShell viewer={viewer} nav={[]} signOut={signOutAction} admin={viewer.isAdmin}>
      <PageHeader title={t('title')} meta={t('intro')} />
      <div className="grid gap-6">
        <Card title={t('howOften')} id="how-often" className="max-w-2xl">
          <Messages namespaces={['notifications', 'forms', 'errors', 'common']}>
            <FrequencyForm frequency={preference.frequency} language={preference.language ?? (await getLanguage())} />
          </Messages>
        </Card>
        <Card title={t('mails')} id="mails" description={sendsMail() ? t('mailsHint') : t('noServer')} flush>
          {mails.length > 0 ? <MailList mails={mails} /> : <EmptyState icon="clock" title={t('none')}>{t('noneHint')}</EmptyState>}
        </Card>
      </div>
    </AppShell>
  );
}
