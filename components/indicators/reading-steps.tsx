import { getTranslations } from 'next-intl/server';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { approveReadingAction, reopenReadingAction, returnReadingAction, submitReadingAction } from '@/lib/indicators/actions';
import type { Reading } from '@/lib/indicators/queries/detail';
import { nextState } from '@/lib/review/rules';

type Props = { reading: Reading; projectId: string; period: string; value: string; viewerId: string; may: { write: boolean; approve: boolean } };

/** The steps of review that this person may take with a reading now (DOMAIN §3); the server decides again. */
export async function ReadingSteps({ reading, projectId, period, value, viewerId, may }: Props) {
  const [t, common] = await Promise.all([getTranslations('indicators.reading'), getTranslations('common')]);
  const input = { projectId, readingId: reading.id, version: reading.version };
  const shared = { input, cancelLabel: common('cancel'), failedText: common('failed'), size: 'sm' as const };
  const can = (step: 'submitted' | 'approved' | 'returned' | 'reopened') => nextState(reading.reviewState, step) !== null;
  const own = viewerId === reading.createdBy || viewerId === reading.lastEditedBy;
  return (
    <>
      {may.write && can('submitted') && <ConfirmButton {...shared} label={t('submit')} title={t('submitTitle')} body={`${period}: ${value}`} action={submitReadingAction} />}
      {may.approve && can('approved') && (own ? <span className="text-xs text-soft">{t('ownEyes')}</span> : <ConfirmButton {...shared} variant="primary" label={t('approve')} title={t('approveTitle', { value, period })} action={approveReadingAction} />)}
      {may.approve && can('returned') && <ConfirmButton {...shared} label={t('return')} title={t('returnTitle')} note={{ label: t('note'), required: true }} action={returnReadingAction} />}
      {may.approve && can('reopened') && <ConfirmButton {...shared} label={t('reopen')} title={t('reopenTitle')} body={t('reopenBody')} note={{ label: t('reason'), required: true }} action={reopenReadingAction} />}
    </>
  );
}
