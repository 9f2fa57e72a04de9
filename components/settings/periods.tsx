import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { EmptyState } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import { closePeriodAction, removePeriodAction, reopenPeriodAction } from '@/lib/projects/actions';
import type { ListedPeriod } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';
import { ChangePeriod, PeriodForm } from './period-form';

type Props = { project: { id: string; today: string }; periods: ListedPeriod[]; mayWrite: boolean; mayClose: boolean };

/** Reporting periods: closing one locks its records and freezes its figures. */
export function Periods({ project, periods, mayWrite, mayClose }: Props) {
  const t = useTranslations('settings.periods');
  const format = useFormat();
  return (
    <Card title={t('title')} description={t('hint')} flush>
      {periods.length === 0 && <EmptyState icon="calendar" title={t('empty')} />}
      {periods.length > 0 && (
        <Table stack caption={t('title')}>
          <thead><tr><Th>{t('name')}</Th><Th>{t('dates')}</Th><Th>{t('due')}</Th><Th>{t('state')}</Th>{(mayWrite || mayClose) && <Th><span className="sr-only">{t('acts')}</span></Th>}</tr></thead>
          <tbody>
            {periods.map((period) => (
              <tr key={period.id}>
                <RowHead>{period.name}</RowHead>
                <Td label={t('dates')} className="whitespace-nowrap tabular">{format.dateRange(period.from, period.to)}</Td>
                <Td label={t('due')} className="whitespace-nowrap tabular">{format.date(period.dueDate)}</Td>
                <Td label={t('state')}>{period.closed ? <Badge icon="lock">{t('closed')}</Badge> : <Badge tone="accent" icon="edit">{t(period.frozen ? 'reopened' : 'open')}</Badge>}</Td>
                {(mayWrite || mayClose) && <Td label={t('acts')}><div className="flex flex-wrap gap-1 sm:justify-end">{mayWrite && !period.closed && <PeriodChanges projectId={project.id} period={period} />}{mayClose && <PeriodAct projectId={project.id} period={period} today={project.today} />}</div></Td>}
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayWrite && <div className="border-t border-line p-4"><PeriodForm key={periods.length} projectId={project.id} id={newId()} /></div>}
    </Card>
  );
}

function PeriodChanges({ projectId, period }: { projectId: string; period: ListedPeriod }) {
  const t = useTranslations('settings.periods');
  const common = useTranslations('common');
  return (
    <>
      <ChangePeriod key={period.version} projectId={projectId} period={period} />
      {!period.frozen && <ConfirmButton size="sm" variant="ghost" icon="trash" label={t('remove')} title={t('removeTitle', { name: period.name })} body={t('removeBody')} cancelLabel={common('cancel')} failedText={common('failed')} action={removePeriodAction} input={{ projectId, periodId: period.id, version: period.version }} />}
    </>
  );
}

function PeriodAct({ projectId, period, today }: { projectId: string; period: ListedPeriod; today: string }) {
  const t = useTranslations('settings.periods');
  const common = useTranslations('common');
  const format = useFormat();
  const shared = { cancelLabel: common('cancel'), failedText: common('failed'), input: { projectId, periodId: period.id }, size: 'sm' as const };
  if (period.closed) {
    return <ConfirmButton {...shared} label={t('reopen')} title={t('reopenTitle', { name: period.name })} body={t('reopenBody')} action={reopenPeriodAction} note={{ label: t('reason'), required: true, name: 'reason' }} icon="undo" />;
  }
  const body = (
    <>
      <p>{t(period.frozen ? 'closeAgainBody' : 'closeBody')}</p>
      {period.to >= today && <p className="mt-2 font-medium text-warn">{t('notOver', { date: format.date(period.to) })}</p>}
    </>
  );
  return <ConfirmButton {...shared} label={t('close')} title={t('closeTitle', { name: period.name })} body={body} action={closePeriodAction} icon="lock" />;
}
