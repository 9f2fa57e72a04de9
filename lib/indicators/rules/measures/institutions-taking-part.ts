import type { Contribution, MeasureFilter } from '../facts';
import { pointFilters } from '../filters';
import { activitiesOf, type FactIndex, indexOf, inside } from '../index-of-facts';
import type { Measure } from '../measure';

// Who takes part stands for the nearest listed counterpart, else for the top of its tree; the implementer is left out (as in DOMAIN §2.9).
const standIn = (index: FactIndex, id: string): string => index.path(id).find((above) => index.facts.counterpartIds.includes(above)) ?? index.root(id);

function firstTimes(index: FactIndex, filter: MeasureFilter, asOf: string): Contribution[] {
  const first = new Map<string, Contribution>();
  const held = [...activitiesOf(index, 'meeting', filter, asOf), ...activitiesOf(index, 'training', filter, asOf)].sort((a, b) => (`${a.endDate} ${a.id}` < `${b.endDate} ${b.id}` ? -1 : 1));
  for (const { id: activityId, endDate: date } of held)
    for (const present of index.others(activityId).filter((id) => inside(index, id, filter))) {
      const institutionId = standIn(index, present);
      if (!first.has(institutionId)) first.set(institutionId, { activityId, personId: null, date, institutionId, sex: null, numerator: 1, denominator: null });
    }
  return [...first.values()];
}

export const measure: Measure = {
  key: 'institutions.takingPart',
  unit: 'count',
  combine: 'sum',
  dimensions: ['institution'],
  filters: pointFilters,
  wording: {
    en: {
      label: 'Institutions taking part',
      rule: 'Institutions with people present in a meeting or training, each once per project, in the period in which it first took part: the listed counterpart, else the top-level institution; the implementer does not count.',
    },
    cnr: {
      label: 'Institucije koje učestvuju',
      rule: 'Institucije čiji su predstavnici bili na sastanku ili obuci, svaka jednom u projektu, u periodu u kojem je prvi put učestvovala: navedeni partner, inače institucija najvišeg nivoa; implementator se ne broji.',
    },
  },
  contributions: (facts, filter, asOf) => firstTimes(indexOf(facts), filter, asOf),
};
