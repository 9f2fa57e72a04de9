import { useTranslations } from 'next-intl';
import { Timeline } from '@/components/ui/facts';
import { EmptyState } from '@/components/ui/feedback';
import { Card } from '@/components/ui/page';
import type { CheckView } from '@/lib/equipment/queries';
import { useFormat } from '@/lib/i18n/use-format';

/** All end-use checks of an item, newest first. */
export function CheckTimeline({ checks, approved }: { checks: CheckView[]; approved: boolean }) {
  const t = useTranslations('equipment');
  const words = useTranslations('vocabulary');
  const format = useFormat();
  const noteOf = ({ usedBy, location, condition, note }: CheckView) =>
    [usedBy && t('usedByIs', { who: usedBy }), location && t('locationIs', { where: location }), condition && t('conditionIs', { condition: words(`equipmentConditions.${condition}`) }), note].filter(Boolean).join('\n');
  const items = checks.map((check) => ({
    id: check.id,
    title: t(check.inUse ? 'states.in_use' : 'states.not_in_use'),
    when: format.date(check.checkedOn),
    who: check.recordedBy,
    note: noteOf(check) || undefined,
    tone: check.inUse ? ('good' as const) : ('bad' as const),
    icon: check.inUse ? ('check' as const) : ('close' as const),
  }));
  return (
    <Card title={t('checks')} description={t('checksRule')}>
      {items.length > 0 ? <Timeline items={items} /> : <EmptyState icon="search" title={t('neverChecked')}>{!approved && t('checkAfterApproval')}</EmptyState>}
    </Card>
  );
}
