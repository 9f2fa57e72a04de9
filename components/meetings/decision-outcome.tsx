import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { useFormat } from '@/lib/i18n/use-format';
import type { DecisionView } from '@/lib/meetings/rules';
import { decisionLooks } from './decision-looks';

/** What became of a decision: its state, since when, and what shows it or why. */
export function DecisionOutcome({ decision }: { decision: DecisionView }) {
  const [t, words] = [useTranslations('meetings'), useTranslations('vocabulary')];
  const format = useFormat();
  const [tone, icon] = decisionLooks[decision.state];
  const reasons = [...new Set(decision.confirmations.map(({ reason }) => reason))];
  return (
    <div className="grid justify-items-start gap-0.5 text-xs text-soft">
      <span className="flex flex-wrap items-center gap-x-2">
        <Badge tone={tone} icon={icon}>{words(`decisionStates.${decision.state}`)}</Badge>
        {decision.settledOn && <span className="tabular">{t('onDay', { date: format.date(decision.settledOn) })}</span>}
      </span>
      {decision.note && <span className="whitespace-pre-line break-words">{decision.note}</span>}
      {reasons.length > 0 && <span>{t('noteCaseData', { reason: reasons.join('; ') })}</span>}
    </div>
  );
}
