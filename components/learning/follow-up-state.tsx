import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { useFormat } from '@/lib/i18n/use-format';
import type { PersonFollowUp } from '@/lib/learning/queries/follow-ups';
import type { FollowUpStanding } from '@/lib/learning/rules/follow-up';
import { daysBetween } from '@/lib/shared/dates';

type Props = { row: PersonFollowUp; standing: FollowUpStanding; /** by a link; null: not said here */ asked: boolean | null; today: string };

/** Where one follow-up stands: not due, waiting, or what was answered and confirmed. */
export function FollowUpState({ row, standing, asked, today }: Props) {
  const t = useTranslations('learning.list');
  const format = useFormat();
  if (standing === 'later') return <Badge icon="calendar">{t('notDue')}</Badge>;
  if (row.answeredOn === null)
    return (
      <span className="grid justify-items-start gap-1">
        <Badge tone={asked ? 'accent' : 'warn'} icon={asked ? 'clock' : 'warning'}>
          {t(asked === null ? 'standings.due' : asked ? 'asked' : 'notAsked')}
        </Badge>
        <span className="tabular text-xs whitespace-nowrap text-soft">{t('late', { n: daysBetween(row.dueOn, today) })}</span>
      </span>
    );
  return (
    <span className="grid justify-items-start gap-1">
      <Badge tone={row.applied ? 'good' : 'neutral'} icon={row.applied ? 'check' : 'minus'}>
        {t(row.applied ? 'applies' : 'appliesNot')}
      </Badge>
      <span className="tabular text-xs text-soft">
        {format.date(row.answeredOn)}
        {row.supervisorConfirmed !== null && `, ${t(row.supervisorConfirmed ? 'supervisorYes' : 'supervisorNo')}`}
      </span>
    </span>
  );
}
