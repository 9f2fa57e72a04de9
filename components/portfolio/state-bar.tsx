import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import { type StateCounts, StateStack, stateOrder } from '@/components/charts/state-stack';
import type { IndicatorState } from '@/lib/shared/vocabulary';
import { Opens } from './opens-link';

const total = (states: StateCounts) => stateOrder.reduce((sum, state) => sum + states[state], 0);
type Props = { outcomes: StateCounts; indicators: StateCounts; opens: { outcomes: string; state: (state: IndicatorState) => string } };

/** Outcomes of a project by state as one bar, with those of its indicators in words; each number opens those indicators. */
export function StateBar({ outcomes, indicators, opens }: Props) {
  const [t, projects, words] = [useTranslations('portfolio'), useTranslations('projects'), useTranslations('vocabulary.indicatorStates')];
  const whole = total(outcomes);
  const standing = (states: StateCounts) => stateOrder.filter((state) => states[state] > 0);
  if (total(indicators) === 0) return <span className="text-soft">{projects('noIndicators')}</span>;
  const met = outcomes.achieved + outcomes.on_track;
  return (
    <>
      <span className="tabular">{whole === 0 ? t('noOutcomes') : <Opens to={met > 0 ? opens.outcomes : null}>{projects('onTrack', { part: met, whole })}</Opens>}</span>
      {whole > 0 && <StateStack counts={outcomes} label={standing(outcomes).map((state) => `${words(state)} ${outcomes[state]}`).join(' · ')} className="mt-1 sm:min-w-28" />}
      <span className="block text-xs text-soft max-sm:hidden">
        {t('indicators')}{' '}
        {standing(indicators).map((state, at) => <Fragment key={state}>{at > 0 && ' · '}<Opens to={opens.state(state)}>{words(state)} {indicators[state]}</Opens></Fragment>)}
      </span>
    </>
  );
}
