import { useTranslations } from 'next-intl';
import { StatusBadge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { RowHead, Table, Td, Th } from '@/components/ui/table';
import { useFormat } from '@/lib/i18n/use-format';
import type { PersonActivity } from '@/lib/people/queries';

/** What the person took part in, newest first; only approved records of completed activities count, the others show their state. */
export function PersonActivities({ base, activities }: { base: string; activities: PersonActivity[] }) {
  const t = useTranslations('people');
  const words = useTranslations('vocabulary');
  const common = useTranslations('common');
  const format = useFormat();
  if (activities.length === 0) return <Card title={t('activities')}><EmptyState icon="list" title={t('noActivities')} /></Card>;
  const row = (activity: PersonActivity) => (
    <tr key={activity.id}>
      <Td className="whitespace-nowrap tabular">{format.date(activity.date)}</Td>
      <RowHead><TextLink quiet href={`${base}/${activity.reference}`}>{activity.title || activity.reference}</TextLink><span className="block text-xs font-normal text-soft">{activity.reference} · {words(`activityKinds.${activity.kind}`)}</span></RowHead>
      <Td>{words(`participantRoles.${activity.role}`)}</Td>
      <Td numeric>{activity.sessions > 0 ? common('of', { part: activity.present, whole: activity.sessions }) : '–'}</Td>
      <Td numeric>{format.number(activity.preScore)}</Td>
      <Td numeric>{format.number(activity.postScore)}</Td>
      <Td><StatusBadge of="review" state={activity.reviewState} /></Td>
    </tr>
  );
  return (
    <Card title={t('activities')} flush>
      <Table caption={t('activities')}>
        <thead>
          <tr><Th>{t('date')}</Th><Th>{t('activity')}</Th><Th>{t('role')}</Th><Th numeric>{t('sessions')}</Th><Th numeric>{t('preScore')}</Th><Th numeric>{t('postScore')}</Th><Th>{t('state')}</Th></tr>
        </thead>
        <tbody>{activities.map(row)}</tbody>
      </Table>
    </Card>
  );
}
