import { meetingFilters } from '../filters';
import { activitiesWith, indexOf } from '../index-of-facts';
import type { Measure } from '../measure';

export const measure: Measure = {
  key: 'decisions.implemented.share',
  unit: 'share',
  // A decision of one period is implemented in another: each period shows how they all stand at its end.
  combine: 'latest',
  dimensions: [],
  filters: meetingFilters,
  wording: {
    en: { label: 'Decisions implemented', rule: 'Decisions implemented by then ÷ all decisions of approved meetings held by then; dropped ones are left out.' },
    cnr: { label: 'Sprovedene odluke', rule: 'Odluke sprovedene do tada ÷ sve odluke odobrenih sastanaka održanih do tada; one od kojih se odustalo ne broje se.' },
  },
  contributions: (facts, filter, asOf) => {
    const meetings = new Set(activitiesWith(indexOf(facts), 'meeting', filter, asOf).map((meeting) => meeting.id));
    const by = (day: string | null) => day !== null && day <= asOf;
    return facts.decisions.flatMap(({ activityId, implementedOn, droppedOn }) =>
      meetings.has(activityId) && !by(droppedOn)
        ? [{ activityId, personId: null, date: indexOf(facts).activities.get(activityId)?.endDate ?? asOf, institutionId: null, sex: null, numerator: by(implementedOn) ? 1 : 0, denominator: 1 }]
        : [],
    );
  },
};
