import { useTranslations } from 'next-intl';
import { Card } from '@/components/ui/page';
import type { PointAct } from '@/lib/action-points/queries/point';
import { useFormat } from '@/lib/i18n/use-format';

/** Everything that happened to an action point, newest first. */
export function PointHistory({ acts, timeZone }: { acts: PointAct[]; timeZone: string }) {
  const [t, audit, words] = [useTranslations('actionPoints'), useTranslations('audit'), useTranslations('vocabulary')];
  const format = useFormat();
  const to = (act: PointAct, field: string) => act.changes[field]?.[1];
  // A file that came with another act is a line of its own.
  const actionOf = (act: PointAct) => (act.entity === 'action_point_files' ? 'actionPoints.attachFile' : act.action);
  const line = (act: PointAct) => {
    const file = to(act, 'fileName');
    if (typeof file === 'string') return file;
    const status = to(act, 'status');
    const due = act.changes.dueDate;
    if (typeof status === 'string' && words.has(`actionPointStatuses.${status}`)) return words(`actionPointStatuses.${status}`);
    return due?.[0] && due[1] ? t('dueMoved', { from: format.date(String(due[0])), to: format.date(String(due[1])) }) : '';
  };
  return (
    <Card title={t('history')} id="history">
      {acts.length === 0 && <p className="text-soft">{t('historyWithMeeting')}</p>}
      <ol className="grid gap-3">
        {acts.map((act) => (
          <li key={act.seq}>
            <p>{act.actor ?? t('byLink')} {audit.has(`actions.${actionOf(act)}`) ? audit(`actions.${actionOf(act)}`) : act.action}{line(act) && `: ${line(act)}`}</p>
            {act.note && <p className="text-soft">{act.note}</p>}
            <p className="tabular text-xs text-soft">{format.moment(new Date(act.at), timeZone)}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
