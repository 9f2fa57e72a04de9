/** Column of the grid that shows an error at a path of the line. */
export const columnOf: Record<string, string> = { 'person.givenName': 'givenName', 'person.familyName': 'familyName', 'person.sex': 'sex', 'person.birthYear': 'birthYear', 'person.institutionId': 'institution', 'person.post': 'post', institutionId: 'institution', unsure: 'register' };
/** Where an error of each column stands in the form's values. */
export const pathOf: Record<string, string> = { ...Object.fromEntries(Object.entries(columnOf).map(([path, key]) => [key, path])), institution: 'institutionId', post: 'post' };
