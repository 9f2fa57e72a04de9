import { activitiesOf, type FactIndex, indexOf } from '../index-of-facts';
import type { Measure } from '../measure';
import { activityContribution } from '../people';

// The unit a person stands for: the nearest listed counterpart, else the top of the tree.
function standsFor(index: FactIndex, institutionId: string): string {
  const listed = new Set(index.facts.counterpartIds);
  return index.path(institutionId).find((id) => listed.has(id)) ?? index.root(institutionId);
}

function isInterInstitutional(index: FactIndex, activityId: string): boolean {
  const implementers = new Set(index.facts.implementerIds);
  const present = index.present(activityId).filter((id) => !index.path(id).some((above) => implementers.has(above)));
  return new Set(present.map((id) => index.root(id))).size >= 2 || new Set(present.map((id) => standsFor(index, id))).size >= 2;
}

export const measure: Measure = {
  key: 'meetings.interInstitutional',
  unit: 'count',
  combine: 'sum',
  dimensions: [],
  wording: {
    en: {
      label: 'Inter-institutional meetings',
      rule: 'Meetings with people present from two or more top-level institutions, or from two listed counterpart units of one ministry; the implementer does not count.',
    },
    cnr: {
      label: 'Međuinstitucionalni sastanci',
      rule: 'Sastanci na kojima su prisutne osobe iz dvije ili više institucija najvišeg nivoa, ili iz dvije navedene partnerske jedinice istog ministarstva; implementator se ne broji.',
    },
  },
  contributions: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return activitiesOf(index, 'meeting', filter, asOf)
      .filter((meeting) => isInterInstitutional(index, meeting.id))
      .map(activityContribution);
  },
};
