import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';

/** What the latest end-use check says; null: never checked. */
export function UseBadge({ inUse }: { inUse: boolean | null }) {
  const t = useTranslations('equipment.states');
  if (inUse === null) return <Badge icon="minus">{t('unchecked')}</Badge>;
  return inUse ? <Badge tone="good" icon="check">{t('in_use')}</Badge> : <Badge tone="bad" icon="close">{t('not_in_use')}</Badge>;
}
