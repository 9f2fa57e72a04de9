import type { IndicatorState } from '@/lib/shared/vocabulary';

export const stateOrder: readonly IndicatorState[] = ['achieved', 'on_track', 'at_risk', 'off_track', 'no_data', 'no_target'];
const fills: Record<IndicatorState, string> = { achieved: 'fill-good', on_track: 'fill-series-2', at_risk: 'fill-warn', off_track: 'fill-bad', no_data: 'fill-line', no_target: 'fill-line' };
export type StateCounts = Record<IndicatorState, number>;

/** How many stand in which state as one bar, lying or upright; the same is said by `label`. */
export function StateStack({ counts, label, upright = false, className = '' }: { counts: StateCounts; label: string; upright?: boolean; className?: string }) {
  const shown = stateOrder.filter((state) => counts[state] > 0);
  const whole = shown.reduce((sum, state) => sum + counts[state], 0);
  const before = (state: IndicatorState) => shown.slice(0, shown.indexOf(state)).reduce((sum, one) => sum + counts[one], 0);
  const box = (state: IndicatorState) => (upright ? { x: 0, width: 6, y: whole - before(state) - counts[state], height: counts[state] } : { x: before(state), width: counts[state], y: 0, height: 6 });
  return (
    <svg viewBox={upright ? `0 0 6 ${whole}` : `0 0 ${whole} 6`} width="100%" height={upright ? 40 : 6} preserveAspectRatio="none" role="img" aria-label={label} className={`block overflow-hidden ${upright ? 'rounded-sm' : 'rounded-full'} ${className}`}>
      {shown.map((state) => <rect key={state} {...box(state)} className={fills[state]} />)}
    </svg>
  );
}
