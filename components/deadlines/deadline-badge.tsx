import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { IconName } from '@/components/ui/icon';
import type { DeadlineState } from '@/lib/deadlines/rules';

const looks: Record<DeadlineState, [Tone, IconName]> = { done: ['good', 'check'], overdue: ['bad', 'warning'], soon: ['warn', 'clock'], coming: ['neutral', 'calendar'], passed: ['neutral', 'dot'] };

/** How a deadline of the Fund stands, in words. */
export function DeadlineBadge({ state }: { state: DeadlineState }) {
  const t = useTranslations('deadlines.states');
  const [tone, icon] = looks[state];
  return <Badge tone={tone} icon={icon}>{t(state)}</Badge>;
}
