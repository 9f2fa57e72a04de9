import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { useFormat } from '@/lib/i18n/use-format';

/** When an item is to be looked at next; what is overdue stands out. */
export function NextCheck({ due, overdue }: { due: string; overdue: boolean }) {
  const [t, format] = [useTranslations('equipment'), useFormat()];
  return overdue ? <Badge tone="bad" icon="clock">{t('overdueCheck', { date: format.date(due) })}</Badge> : <span>{t('nextCheck', { date: format.date(due) })}</span>;
}
