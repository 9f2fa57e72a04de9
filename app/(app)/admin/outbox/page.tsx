import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminHeader } from '@/components/admin/header';
import { MailList } from '@/components/notifications/mail-list';
import { Banner, EmptyState } from '@/components/ui/feedback';
import { hrefWith, readParams } from '@/components/ui/filters';
import { Pagination, Tabs } from '@/components/ui/navigation';
import { Card } from '@/components/ui/page';
import { requireAdmin } from '@/lib/auth/viewer';
import { countOutbox, listOutbox, sendsMail } from '@/lib/notifications/queries';
import { mailStates } from '@/lib/shared/vocabulary';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('tabs.outbox') };
}

export default async function OutboxPage({ searchParams }: Props) {
  const viewer = await requireAdmin();
  const given = readParams(await searchParams, ['state', 'after', 'before']);
  const wanted = mailStates.find((state) => state === given.state) ?? null;
  const [page, counts, t] = await Promise.all([listOutbox(viewer, wanted, given), countOutbox(viewer), getTranslations('notifications')]);
  const at = (changes: Record<string, string | undefined>) => hrefWith('/admin/outbox', { state: given.state }, changes);
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0);
  const tabs = [{ label: t('all'), href: at({ state: undefined }), current: !wanted, count: all }, ...mailStates.map((state) => ({ label: t(`states.${state}`), href: at({ state }), current: wanted === state, count: counts[state] }))];
  return (
    <>
      <AdminHeader tab="outbox" />
      {!sendsMail() && <div className="mb-4"><Banner kind="info" title={t('noServer')}>{t('noServerHint')}</Banner></div>}
      <Tabs label={t('byState')} items={tabs} />
      <Card flush>
        {page.rows.length > 0 ? <MailList mails={page.rows} to /> : <EmptyState icon="clock" title={t('emptyOutbox')}>{t('noneHint')}</EmptyState>}
        {(page.before || page.after) && <Pagination previous={page.before && at({ before: page.before })} next={page.after && at({ after: page.after })} />}
      </Card>
    </>
  );
}
