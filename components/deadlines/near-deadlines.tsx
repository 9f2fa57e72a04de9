import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { TextLink } from '@/components/ui/link';
import { type Alert, alertsShown } from '@/lib/deadlines/rules';
import { useFormat } from '@/lib/i18n/use-format';
import { useDeadlineName } from './deadline-name';

/** Deadlines that are past or come within the month, the longest overdue first; of many the first, with the way to all. `base`: address of the project. */
export function NearDeadlines({ alerts, base }: { alerts: Alert[]; base: string }) {
  const t = useTranslations('deadlines');
  const format = useFormat();
  const name = useDeadlineName();
  const rest = alerts.length - alertsShown;
  if (alerts.length === 0) return null;
  return (
    <div className="mt-4 border-t border-line pt-3">
      <h3 className="mb-2 text-sm font-semibold">{t('near')}</h3>
      <ul className="grid gap-2">
        {alerts.slice(0, alertsShown).map((alert) => (
          <li key={alert.key} className="flex items-start gap-3">
            <span className={`mt-px flex size-6 shrink-0 items-center justify-center rounded-full ${alert.state === 'overdue' ? 'bg-bad-soft text-bad' : 'bg-warn-soft text-warn'}`}><Icon name={alert.state === 'overdue' ? 'warning' : 'clock'} size={14} /></span>
            <div>
              <TextLink href={`${base}/deadlines${'period' in alert ? '#reports' : ''}`} className="font-medium">{'period' in alert ? t('reportOn', { period: alert.period }) : name(alert)}</TextLink>
              <p className="tabular text-xs text-soft">{t('dueOn', { date: format.date(alert.due) })} · <span className={alert.state === 'overdue' ? 'text-bad' : ''}>{alert.state === 'overdue' ? t('late', { n: -alert.days }) : t('inDays', { n: alert.days })}</span></p>
            </div>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="mt-2 text-xs"><TextLink href={`${base}/deadlines`}>{t('moreNear', { n: rest })}</TextLink></p>}
    </div>
  );
}
