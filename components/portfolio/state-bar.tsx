import { useTranslations } from 'next-intl';
import type { IndicatorState } from '@/lib/shared/vocabulary';

const order: readonly IndicatorState[] = ['achieved', 'on_track', 'at_risk', 'off_track', 'no_data', 'no_target'];
const fills: Record<IndicatorState, string> = { achieved: 'fill-good', on_track: 'fill-series-2', at_risk: 'fill-warn', off_track: 'fill-bad', no_data: 'fill-line', no_target: 'fill-line' };
type States = Record<IndicatorState, number>;
const total = (states: States) => order.reduce((sum, state) => sum + states[state], 0);

/** Outcomes of a project by state as one bar, with those of its indicators in words. */
export function StateBar({ outcomes, indicators }: { outcomes: States; indicators: States }) {
  const [t, projects, words] = [useTranslations('portfolio'), useTranslations('projects'), useTranslations('vocabulary.indicatorStates')];
  const whole = total(outcomes);
  const said = (states: States) => order.filter((state) => states[state] > 0).map((state) => `${words(state)} ${states[state]}`).join(' · ');
  if (total(indicators) === 0) return <span className="text-soft">{projects('noIndicators')}</span>;
  const parts = order.filter((state) => outcomes[state] > 0);
  const start = (state: IndicatorState) => parts.slice(0, parts.indexOf(state)).reduce((sum, before) => sum + outcomes[before], 0);
  return (
    <>
      <span className="tabular">{whole === 0 ? t('noOutcomes') : projects('onTrack', { part: outcomes.achieved + outcomes.on_track, whole })}</span>
      {whole > 0 && (
        <svg viewBox={`0 0 ${whole} 6`} width="100%" height="6" preserveAspectRatio="none" role="img" aria-label={said(outcomes)} className="mt-1 block overflow-hidden rounded-full sm:min-w-28">
          {parts.map((state) => <rect key={state} x={start(state)} width={outcomes[state]} height="6" className={fills[state]} />)}
        </svg>
      )}
      <span className="text-xs text-soft max-sm:hidden">{t('indicators', { words: said(indicators) })}</span>
    </>
  );
}
