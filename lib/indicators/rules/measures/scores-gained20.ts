import { trainingFilters } from '../filters';
import { indexOf } from '../index-of-facts';
import { measureOf } from '../measure';
import { judgeAttendees, personContribution } from '../people';

export const measure = measureOf({
  key: 'scores.gained20.share',
  unit: 'share',
  combine: 'sum',
  dimensions: ['sex', 'institution', 'age', 'place', 'topic'],
  filters: trainingFilters,
  usesThreshold: true,
  wording: {
    en: { label: 'Gained 20 points or more', rule: 'Trainees who gained 20 percentage points or more ÷ trainees with both tests, per training attended.' },
    cnr: {
      label: 'Napredak od 20 ili više bodova',
      rule: 'Polaznici koji su napredovali 20 ili više procentnih poena ÷ polaznici sa oba testa, po pohađanoj obuci.',
    },
  },
  judge: (facts, filter, asOf) =>
    judgeAttendees(indexOf(facts), 'training', filter, asOf, (found) => {
      const { preScore, postScore } = found.row;
      return preScore === null || postScore === null ? { key: 'notTested' } : personContribution(found, Math.round((postScore - preScore) * 100) >= 2000 ? 1 : 0, 1);
    }),
});
