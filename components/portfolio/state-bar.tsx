import { useTranslations } from 'next-intl';
import { type StateCounts, StateStack, stateOrder } from '@/components/charts/state-stack';

const total = (states: StateCounts) => stateOrder.reduce((sum, state) => sum + states[state], 0);

/** Outcomes of a project by state as one bar, with those of its indicators in words. */
export function StateBar({ outcomes, indicators }: { outcomes: StateCounts; indicators: StateCounts }) {
  const [t, projects, words] = [useTranslations('portfolio'), useTranslations('projects'), useTranslations('vocabulary.indicatorStates')];
  const whole = total(outcomes);
  const said = (states: StateCounts) => stateOrder.filter((state) => states[state] > 0).map((state) => `${words(state)} ${states[state]}`).join(' · ');
  if (total(indicators) === 0) return <span className="text-soft">{projects('noIndicators')}</span>;
  return (
    <>
      <span className="tabular">{whole === 0 ? t('noOutcomes') : projects('onTrack', { part: outcomes.achieved + outcomes.on_track, whole })}</span>
      {whole > 0 && <StateStack counts={outcomes} label={said(outcomes)} className="mt-1 sm:min-w-28" />}
      <span className="text-xs text-soft max-sm:hidden">{t('indicators', { words: said(indicators) })}</span>
    </>
  );
}
