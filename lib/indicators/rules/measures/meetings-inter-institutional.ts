import { judgeRecords } from '../explain/weigh';
import { meetingFilters } from '../filters';
import { activitiesOf, type FactIndex, indexOf } from '../index-of-facts';
import { measureOf } from '../measure';

// Two tops of the tree, or two listed units under one. A person stands for the nearest listed unit; who stands in none stands for the top alone (DOMAIN §2.9).
function isInterInstitutional(index: FactIndex, activityId: string): boolean {
  const { counterpartIds } = index.facts;
  const present = index.others(activityId);
  const tops = new Set(present.map((id) => index.root(id)));
  const units = new Set(present.flatMap((id) => index.path(id).find((above) => counterpartIds.includes(above)) ?? []));
  return tops.size >= 2 || units.size >= 2;
}

export const measure = measureOf({
  key: 'meetings.interInstitutional',
  unit: 'count',
  combine: 'sum',
  dimensions: ['place'],
  filters: meetingFilters,
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
  judge: (facts, filter, asOf) => {
    const index = indexOf(facts);
    return judgeRecords(index, activitiesOf(index, 'meeting'), { filter, asOf }, ({ id }) => (isInterInstitutional(index, id) ? null : { key: 'oneInstitution' }));
  },
});
