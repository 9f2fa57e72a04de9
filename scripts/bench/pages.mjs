/** The pages that are measured, with addresses in a bench database (scripts/bench/world). A deep list page is reached through its own cursor. */
export const pages = {
  overview: '/projects/bx-0007',
  indicator: '/projects/bx-0007/indicators/1.1.a',
  'activities, first page': '/projects/bx-0007/activities',
  'activities, filtered': '/projects/bx-0007/activities?kind=training&review=approved&q=interviewing',
  'activities, no rows': '/projects/bx-0007/activities?q=nothinglikethis',
  'people, search': '/projects/bx-0007/people?q=markovic+jovan',
  // As the participants grid asks: project 7 of scripts/bench/world, then the rest of the register.
  'people, picker (JSON)': '/api/people/search?project=01900004-0000-7000-8000-000000000007&q=markovic+jovan',
  equipment: '/projects/bx-0007/equipment',
  'equipment, 30,000 items': '/projects/bx-0008/equipment',
  'items, found by words': '/projects/bx-0008/equipment?q=laptop+07',
  'checks due, 30,000 items': '/projects/bx-0008/equipment/checks',
  cooperation: '/projects/bx-0007/cooperation',
  portfolio: '/projects',
  'JSON list, first page': '/api/v1/projects/bx-0007/activities',
};
/** Pages whose parts are kept while nothing is written in their project (components/overview/kept-cards): the same as the first one asks for after a write. */
export const changedPages = { 'overview, after a change': pages.overview };
/** Pages at about 70 % of the list, where offset paging would be slow. */
export const deepPages = { 'activities, deep page': '/projects/bx-0007/activities', 'JSON list, deep page': '/api/v1/projects/bx-0007/activities' };
