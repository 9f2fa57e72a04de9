export type LevelFacts = {
  satisfaction: { n: number; shown: boolean };
  tests: { tested: number };
  followUps: { due: number; answered: number };
  /** indicators of the results above the outputs that the training serves, with a value or without */
  indicators: { total: number; withValue: number };
};
export type LevelKey = 'reaction' | 'learning' | 'behaviour' | 'results';
/** data: there is something to read; few: too few to show; waiting: not yet; none: nobody collected any. */
export type LevelState = 'data' | 'few' | 'waiting' | 'none';

/** Kirkpatrick's four levels of one training, each with what its data allow to say. No level speaks for another. */
export function levelStates(facts: LevelFacts): Record<LevelKey, LevelState> {
  return { reaction: reaction(facts), learning: facts.tests.tested > 0 ? 'data' : 'none', behaviour: behaviour(facts), results: results(facts) };
}

function reaction({ satisfaction }: LevelFacts): LevelState {
  if (satisfaction.n === 0) return 'none';
  return satisfaction.shown ? 'data' : 'few';
}

function behaviour({ followUps }: LevelFacts): LevelState {
  if (followUps.answered > 0) return 'data';
  return followUps.due > 0 ? 'waiting' : 'none';
}

function results({ indicators }: LevelFacts): LevelState {
  if (indicators.total === 0) return 'none';
  return indicators.withValue > 0 ? 'data' : 'waiting';
}
