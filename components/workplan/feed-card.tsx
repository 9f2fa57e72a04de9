import { useTranslations } from 'next-intl';
import { CopyButton } from '@/components/links/copy-button';
import { ActButton } from '@/components/ui/act-button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Card } from '@/components/ui/page';
import { revokeLinkAction } from '@/lib/links/actions';
import type { LinkView } from '@/lib/links/queries';
import { openFeedAction } from '@/lib/workplan/actions';

/** The secret address by which a calendar follows the plan; made, copied and revoked by who keeps records. */
export function FeedCard({ link, projectId }: { link: LinkView | null; projectId: string }) {
  const [t, common] = [useTranslations('workplan'), useTranslations('common')];
  return (
    <Card title={t('feed')} id="feed" description={t('feedHint')}>
      {link?.url ? (
        <div className="flex flex-wrap items-start gap-2">
          <CopyButton text={link.url} label={t('copy')} copied={t('copied')} context={t('feed')} />
          <ConfirmButton label={t('revoke')} title={t('revoke')} body={t('revokeBody')} cancelLabel={common('cancel')} failedText={common('failed')} action={revokeLinkAction} input={{ projectId, linkId: link.id }} variant="ghost" size="sm" />
        </div>
      ) : (
        <ActButton label={t('makeFeed')} failedText={common('failed')} action={openFeedAction} input={{ projectId, feed: 'workplan' }} icon="calendar" size="sm" />
      )}
    </Card>
  );
}
