import { useTranslations } from 'next-intl';
import type { IndicatorState } from '@/lib/shared/vocabulary';
import { sparkPath, type TargetFacts, targetScale } from './geometry';

const fills: Record<IndicatorState, string> = {
  achieved: 'fill-good',
  on_track: 'fill-good',
  at_risk: 'fill-warn',
  off_track: 'fill-bad',
  no_data: 'fill-edge',
  no_target: 'fill-edge',
};

/** How far an indicator has come from baseline to target: bar = actual, thin mark = what was expected, thick mark = target. The same in words for those who do not see it. */
export function TargetBar({
  baseline,
  actual,
  expected,
  target,
  state,
  format,
  expectedLabel,
}: TargetFacts & { state: IndicatorState; format: (value: number | null) => string; expectedLabel: string }) {
  const t = useTranslations('common.chart');
  const at = targetScale({ baseline, actual, expected, target });
  const words = [
    `${t('baseline')}: ${format(baseline)}`,
    `${t('actual')}: ${format(actual)}`,
    ...(expected === null ? [] : [`${expectedLabel}: ${format(expected)}`]),
    `${t('target')}: ${format(target)}`,
  ].join(', ');
  return (
    <svg viewBox="0 0 100 20" width="100%" height="20" preserveAspectRatio="none" role="img" aria-label={words} className="block min-w-24">
      <rect y="8" width="100" height="4" className="fill-sunken" />
      {at?.actual != null && <rect y="7" width={at.actual} height="6" className={fills[state]} />}
      {at?.expected != null && (
        <line
          x1={at.expected}
          x2={at.expected}
          y1="4"
          y2="16"
          className="stroke-soft"
          strokeWidth="1.5"
          strokeDasharray="2 1.5"
          vectorEffect="non-scaling-stroke"
        />
      )}
      {at && <line x1={at.target} x2={at.target} y1="3" y2="17" className="stroke-ink" strokeWidth="2" vectorEffect="non-scaling-stroke" />}
    </svg>
  );
}

/** The course of a value over periods; `label` says it in words. */
export function Sparkline({ values, label }: { values: (number | null)[]; label: string }) {
  return (
    <svg viewBox="0 0 80 20" width="80" height="20" role="img" aria-label={label}>
      <path d={sparkPath(values, 80, 20)} className="fill-none stroke-series-1" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  );
}
