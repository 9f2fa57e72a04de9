// The closed vocabulary of the code (DESIGN §1): which folders there are, and which files a domain may hold.
export const roles = ['schema', 'rules', 'kind', 'queries', 'mutations', 'actions'];
export const domains = [
  'projects',
  'results',
  'indicators',
  'institutions',
  'people',
  'activities',
  'trainings',
  'learning',
  'equipment',
  'signing',
  'meetings',
  'action-points',
  'evidence',
  'certificates',
  'imports',
  'review',
  'guard',
  'audit',
  'reports',
  'overview',
  'deadlines',
  'workplan',
  'places',
  'links',
  'notifications',
  'daily',
  'sheets',
  'users',
];
export const infrastructure = ['access', 'auth', 'shared', 'i18n', 'storage', 'exchange'];
export const libFiles = ['action.ts', 'activity-kinds.ts', 'env.ts', 'link-action.ts'];

/** Where a file of the repository stands: { layer: 'app', 'lib' …, domain, role }. A role is 'rules' for lib/x/rules.ts and lib/x/rules/any.ts alike. */
export function standing(file) {
  const [layer, domain, third] = file.split('/');
  if (layer !== 'lib' || third === undefined) return { layer: file.includes('/') ? layer : 'root', domain: undefined, role: undefined };
  const role = third.replace(/\.tsx?$/, '');
  return { layer, domain, role: roles.includes(role) ? role : undefined };
}

export const isDomain = (name) => domains.includes(name);

/** What stands in lib that the vocabulary does not know, as sentences. `files`: paths from the repository root. */
export function misplaced(files) {
  const wrong = [];
  for (const file of files) {
    const [layer, folder, name, ...deeper] = file.split('/');
    if (layer !== 'lib') continue;
    if (name === undefined) {
      if (!libFiles.includes(folder)) wrong.push(`${file}: lib itself holds only ${libFiles.join(', ')}`);
    } else if (!isDomain(folder) && !infrastructure.includes(folder))
      wrong.push(`${file}: "${folder}" is no domain; a new one is named in scripts/lib/layout.mjs`);
    else if (isDomain(folder) && !(deeper.length === 0 ? roles.map((role) => `${role}.ts`) : roles).includes(name)) {
      wrong.push(`${file}: a domain holds only ${roles.map((role) => `${role}.ts`).join(', ')} or folders of these names`);
    }
  }
  return wrong;
}
