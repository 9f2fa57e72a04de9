import { useTranslations } from 'next-intl';
import { Badge, StatusBadge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import { attended } from '@/lib/indicators/rules/attendance';
import type { PersonActivity } from '@/lib/people/queries/person';

type Props = { base: string; activities: PersonActivity[]; threshold: number };

/** Trainings with what was attended and learnt, then meetings, newest first; only approved records of completed activities count, the others show their state. */
export function PersonActivities({ base, activities, threshold }: Props) {
  const t = useTranslations('people');
  const [trainings, others] = [activities.filter(({ kind }) => kind === 'training'), activities.filter(({ kind }) => kind !== 'training')];
  return (
    <>
      <Trainings base={base} activities={trainings} threshold={threshold} />
      {others.length > 0 ? <Meetings base={base} activities={others} /> : <Card title={t('meetings')}><EmptyState icon="meeting" title={t('noMeetings')} /></Card>}
    </>
  );
}

function Trainings({ base, activities, threshold }: Props) {
  const t = useTranslations('people');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const format = useFormat();
  if (activities.length === 0) return <Card title={t('trainings')}><EmptyState icon="training" title={t('noTrainings')} /></Card>;
  const row = (activity: PersonActivity) => (
    <tr key={activity.id}>
      <Td label={t('date')} className="whitespace-nowrap tabular">{format.date(activity.date)}</Td>
      <RowHead><Title base={base} activity={activity} />{activity.topics.length > 0 && <span className="block text-xs font-normal text-soft">{activity.topics.join(', ')}</span>}</RowHead>
      <Td label={t('role')}>{words(`participantRoles.${activity.role}`)}</Td>
      <Td label={t('sessions')} className="whitespace-nowrap">
        {activity.sessions > 0 ? common('of', { part: activity.present, whole: activity.sessions }) : '–'}
        {activity.role === 'trainee' && <span className="ml-2">{attended(activity.present, activity.sessions, threshold) ? <Badge tone="good" icon="check">{t('attended')}</Badge> : <Badge icon="minus">{t('notAttended')}</Badge>}</span>}
      </Td>
      <Td numeric label={t('hours')}>{format.number(activity.hours)}</Td>
      <Td numeric label={t('preScore')}>{format.number(activity.preScore)}</Td>
      <Td numeric label={t('postScore')}>{format.number(activity.postScore)}</Td>
      <Td label={t('state')}><StatusBadge of="review" state={activity.reviewState} /></Td>
    </tr>
  );
  return (
    <Card title={t('trainings')} description={t('attendedRule', { threshold: format.percent(threshold) })} flush>
      <Table stack caption={t('trainings')}>
        <thead>
          <tr><Th>{t('date')}</Th><Th>{t('training')}</Th><Th>{t('role')}</Th><Th>{t('sessions')}</Th><Th numeric>{t('hours')}</Th><Th numeric>{t('preScore')}</Th><Th numeric>{t('postScore')}</Th><Th>{t('state')}</Th></tr>
        </thead>
        <tbody>{activities.map(row)}</tbody>
      </Table>
    </Card>
  );
}

function Meetings({ base, activities }: Pick<Props, 'base' | 'activities'>) {
  const t = useTranslations('people');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const format = useFormat();
  const row = (activity: PersonActivity) => (
    <tr key={activity.id}>
      <Td label={t('date')} className="whitespace-nowrap tabular">{format.date(activity.date)}</Td>
      <RowHead><Title base={base} activity={activity} /></RowHead>
      <Td label={t('role')}>{words(`participantRoles.${activity.role}`)}</Td>
      <Td label={t('wasPresent')}>{common(activity.present > 0 ? 'yes' : 'no')}</Td>
      <Td label={t('state')}><StatusBadge of="review" state={activity.reviewState} /></Td>
    </tr>
  );
  return (
    <Card title={t('meetings')} flush>
      <Table stack caption={t('meetings')}>
        <thead><tr><Th>{t('date')}</Th><Th>{t('meeting')}</Th><Th>{t('role')}</Th><Th>{t('wasPresent')}</Th><Th>{t('state')}</Th></tr></thead>
        <tbody>{activities.map(row)}</tbody>
      </Table>
    </Card>
  );
}

function Title({ base, activity }: { base: string; activity: PersonActivity }) {
  return (
    <>
      <TextLink quiet href={`${base}/${activity.reference}`}>{activity.title || activity.reference}</TextLink>
      <span className="block text-xs font-normal text-soft">{activity.reference}</span>
    </>
  );
}
