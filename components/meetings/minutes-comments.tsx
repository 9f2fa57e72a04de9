import { useTranslations } from 'next-intl';
import type { SummaryProps } from '@/components/activities/record/surroundings';
import { CopyButton } from '@/components/links/copy-button';
import { ActButton } from '@/components/ui/act-button';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { Icon } from '@/components/ui/icon';
import { Card } from '@/components/ui/page';
import type { MinutesComment } from '@/lib/activities/queries/details';
import { useFormat } from '@/lib/i18n/use-format';
import { revokeLinkAction } from '@/lib/links/actions';
import { agreeMinutesAction, circulateMinutesAction, handleCommentAction } from '@/lib/meetings/actions';

/** Minutes out for comments and agreed: the link, what came back, and the mark. Nothing where there are no minutes or they are restricted. */
export function MinutesComments({ record, around }: SummaryProps<'meeting'>) {
  const [t, common] = [useTranslations('meetings'), useTranslations('common')];
  const format = useFormat();
  const { minutes, agenda, restricted, agreedOn, agreedBy, circulatedAt, comments } = record.detail;
  const written = minutes !== null || agenda.some((item) => item.notes !== null);
  if (!written || (restricted && !agreedOn) || record.reviewState === 'withdrawn') return null;
  const mayAct = around.mayWrite && !agreedOn;
  const input = { projectId: around.project.id, activityId: record.id };
  const open = comments.filter((comment) => comment.handledBy === null).length;
  return (
    <Card id="comments" title={t('circulation')} description={agreedOn ? undefined : t('circulationHint')}>
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-2">
          {agreedOn ? <Badge tone="good" icon="check">{t('agreed')}</Badge> : <Badge tone={circulatedAt ? 'accent' : 'neutral'} icon={circulatedAt ? 'clock' : 'dot'}>{t(circulatedAt ? 'circulated' : 'notCirculated')}</Badge>}
          <span className="tabular text-soft">{agreedOn ? t('agreedBy', { date: format.date(agreedOn), name: agreedBy ?? '' }) : circulatedAt && format.moment(new Date(circulatedAt), around.project.timeZone)}</span>
        </p>
        {mayAct && <Link record={record} around={around} />}
        {comments.length > 0 && <ul className="divide-y divide-line">{comments.map((comment) => <Comment key={comment.id} comment={comment} around={around} mayAct={mayAct} />)}</ul>}
        {mayAct && (open > 0 ? <p className="text-soft">{t('commentsFirst', { n: open })}</p> : <div><ConfirmButton label={t('agree')} title={t('agreeTitle')} body={t('agreeBody')} cancelLabel={common('cancel')} failedText={common('failed')} action={agreeMinutesAction} input={{ ...input, version: record.version }} icon="check" /></div>)}
      </div>
    </Card>
  );
}

function Link({ record, around }: SummaryProps<'meeting'>) {
  const [t, texts, common] = [useTranslations('meetings'), useTranslations('links'), useTranslations('common')];
  const format = useFormat();
  const link = around.links.find(({ url, purpose }) => url !== null && purpose === 'minutes_comment');
  if (!link?.url) return <div><ActButton label={t('circulate')} failedText={common('failed')} action={circulateMinutesAction} input={{ projectId: around.project.id, activityId: record.id }} icon="external" /></div>;
  const mail = `mailto:?subject=${encodeURIComponent(t('mail.subject', { title: record.title }))}&body=${encodeURIComponent(t('mail.body', { title: record.title, url: link.url, date: format.moment(link.expiresAt, around.project.timeZone) }))}`;
  return (
    <div className="grid gap-2">
      <p className="tabular text-soft">{t('linkUntil', { date: format.moment(link.expiresAt, around.project.timeZone) })}</p>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={link.url} label={texts('copy')} copied={texts('copied')} context={t('circulation')} />
        <a href={mail} className={buttonClass({ size: 'sm' })}><Icon name="external" />{texts('byMail')}</a>
        <ConfirmButton label={texts('revoke')} title={texts('revokeTitle')} body={texts('revokeBody')} cancelLabel={common('cancel')} failedText={common('failed')} action={revokeLinkAction} input={{ projectId: around.project.id, linkId: link.id }} variant="ghost" size="sm" />
      </div>
    </div>
  );
}

function Comment({ comment, around, mayAct }: { comment: MinutesComment; around: SummaryProps<'meeting'>['around']; mayAct: boolean }) {
  const [t, common] = [useTranslations('meetings'), useTranslations('common')];
  const format = useFormat();
  const from = around.institution(comment.institutionId) || t('otherInstitution');
  return (
    <li className="grid justify-items-start gap-1 py-2">
      <p className="text-xs text-soft">{from} · <span className="tabular">{format.moment(new Date(comment.saidAt), around.project.timeZone)}</span></p>
      <p className="whitespace-pre-line break-words">{comment.text}</p>
      {comment.handledBy && <p className="text-xs text-soft">{t('handledBy', { name: comment.handledBy })}{comment.note && `: ${comment.note}`}</p>}
      {!comment.handledBy && mayAct && <ConfirmButton label={t('handle')} title={t('handleTitle')} body={comment.text} cancelLabel={common('cancel')} failedText={common('failed')} action={handleCommentAction} input={{ projectId: around.project.id, commentId: comment.id }} note={{ label: t('handleNote') }} size="sm" />}
    </li>
  );
}
