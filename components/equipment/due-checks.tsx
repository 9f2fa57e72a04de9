import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import type { DueChecks as Due } from '@/lib/equipment/queries/checks';
import { useFormat } from '@/lib/i18n/use-format';

/** Scheduled end-use checks that are overdue or fall due within a month. */
export function DueChecks({ path, due, today, institutionName }: { path: string; due: Due; today: string; institutionName: (id: string | null) => string }) {
  const [t, labels] = [useTranslations('equipment'), useTranslations('labels')];
  const format = useFormat();
  return (
    <Card className="lg:col-span-2" title={t('dueChecks')} description={t('dueRule')} action={<><TextLink href={`${path}/checks`}>{t('allChecks')}</TextLink><TextLink href={`${path}/labels`}>{labels('open')}</TextLink></>}>
      {due.total === 0 && <EmptyState icon="check" title={t('noneDue')} />}
      <ul className="grid grid-cols-1 gap-x-10 lg:grid-cols-2">
        {due.items.map((item) => (
          <li key={item.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2">
            <span className="min-w-0">
              <TextLink quiet href={`${path}/${item.id}`}>{item.description}</TextLink>
              <span className="block text-xs text-soft">{[item.assetTag, institutionName(item.recipientId)].filter(Boolean).join(' · ')}</span>
            </span>
            {item.due < today ? <Badge tone="bad" icon="clock">{t('overdueSince', { date: format.date(item.due) })}</Badge> : <Badge tone="warn" icon="clock">{t('dueOn', { date: format.date(item.due) })}</Badge>}
          </li>
        ))}
      </ul>
      {due.total > due.items.length && <p className="pt-2 text-soft">{t('moreDue', { n: due.total - due.items.length })}</p>}
    </Card>
  );
}
