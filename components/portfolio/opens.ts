import type { IndicatorState } from '@/lib/shared/vocabulary';

/** Where what a project's figures count is listed, to the same sum; null where the viewer may open no records. */
export function opensOf({ slug, drafts }: { slug: string; drafts: unknown }) {
  const base = `/projects/${slug}`;
  const records = (path: string) => (drafts === null ? null : `${base}/${path}`);
  return {
    trained: records('people?trained=yes'),
    participations: records('activities?counted=people.participations'),
    unnamed: records('activities?counted=people.unnamed'),
    equipment: records('equipment?handed=yes'),
    spending: records('activities?review=approved&implementation=completed&costed=1'),
    stale: records('activities?stale=1'),
    waiting: records('activities?review=submitted'),
    outcomes: `${base}/indicators?outcomes=met`,
    withData: `${base}/indicators?state=with_data`,
    state: (state: IndicatorState) => `${base}/indicators?state=${state}`,
    reports: `${base}/deadlines#reports`,
    deadlines: `${base}/deadlines`,
  };
}
