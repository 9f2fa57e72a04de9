// The import rules of DESIGN §1 as data: what each forbids, and why. Checked by scripts/check-imports.mjs.
import { isDomain, standing } from './layout.mjs';

/** Where a rule gives way, with the reason. `from` and `to` are beginnings of paths. */
export const exceptions = [
  {
    rule: 'db-knows-no-lib',
    from: 'db/seed/',
    to: 'lib/',
    reason: 'the seed writes through the same mutations as everybody, so that its records are audited and counted',
  },
  {
    rule: 'domains-meet-in-rules',
    from: 'lib/',
    to: 'lib/institutions/queries',
    fromRole: 'queries',
    reason: 'the institution tree is part of what nearly every domain shows',
  },
  { rule: 'domains-meet-in-rules', from: 'lib/', to: 'lib/projects/queries', fromRole: 'queries', reason: 'the project and its periods frame every read' },
  { rule: 'next-auth-in-auth', from: 'scripts/bench/', to: 'next-auth/jwt', reason: 'the bench signs a session of its own instead of driving a browser through the sign-in' },
  { rule: 'pure-decisions', from: 'lib/', to: 'lib/exchange/columns', reason: 'a pure file of an infrastructure folder: how headings and closed words of a file are understood is one rule for every list' },
  { rule: 'pure-decisions', from: 'lib/', to: 'lib/access/suppression', reason: 'a pure file of an infrastructure folder: what is hidden is decided there for every domain' },
];

const purePackages = ['zod', 'canonicalize', 'node:crypto'];
const pureRoles = ['schema', 'rules', 'kind'];
const isDatabase = (to) => /^(drizzle-orm|postgres)(\/|$)/.test(to) || to === 'db' || to.startsWith('db/');
const inLib = (to) => to.startsWith('lib/');
const checked = ['app', 'components', 'db', 'lib', 'root'];

// Each takes { from, to, typeOnly, a: standing of from, b: standing of to } and says whether the import is forbidden.
export const rules = [
  {
    name: 'nobody-imports-app',
    why: 'app/ only routes; what others need belongs in lib or components',
    forbids: ({ b, to }) => b.layer === 'app' && /\.tsx?$/.test(to),
  },
  { name: 'no-components-below', why: 'lib and db know no screen', forbids: ({ a, b }) => ['lib', 'db'].includes(a.layer) && b.layer === 'components' },
  {
    name: 'db-knows-no-lib',
    why: 'db/ imports of lib only env and shared',
    forbids: ({ a, to }) => a.layer === 'db' && inLib(to) && !/^lib\/(env\.ts|shared\/)/.test(to),
  },
  {
    name: 'only-data-code-touches-db',
    why: 'only queries, mutations, lib/action.ts, lib/link-action.ts and lib/auth read or write',
    forbids: ({ a, from, to }) =>
      isDatabase(to) &&
      checked.includes(a.layer) &&
      !/^(db\/|lib\/(link-)?action\.ts|lib\/auth\/|[^/]*\.config\.)/.test(from) &&
      !['queries', 'mutations'].includes(a.role),
  },
  { name: 'pure-decisions', why: 'rules, schema and kind are pure', forbids: impure },
  {
    name: 'schema-knows-schemas',
    why: 'a schema imports zod, other schemas and lib/shared',
    forbids: ({ a, b, to, typeOnly }) => a.role === 'schema' && inLib(to) && !typeOnly && b.role !== 'schema' && b.domain !== 'shared',
  },
  { name: 'components-get-data', why: 'components import types, schemas, rules and actions', forbids: tooMuchForComponents },
  { name: 'pages-do-not-write', why: 'app/ writes through actions, never mutations', forbids: ({ a, b }) => a.layer === 'app' && b.role === 'mutations' },
  {
    name: 'domains-meet-in-rules',
    why: 'domains see each other through rules, schema and mutations',
    forbids: ({ a, b }) => a.layer === 'lib' && isDomain(a.domain) && isDomain(b.domain) && a.domain !== b.domain && ['queries', 'actions'].includes(b.role),
  },
  {
    name: 'next-auth-in-auth',
    why: 'only lib/auth, app/api/auth and proxy.ts know next-auth',
    forbids: ({ from, to }) => /^next-auth(\/|$)/.test(to) && !/^(lib\/auth\/|app\/api\/auth\/|proxy\.ts$|tests\/)/.test(from),
  },
];

function impure({ a, b, to, typeOnly }) {
  if (!pureRoles.includes(a.role)) return false;
  if (typeOnly) return isDatabase(to);
  if (!inLib(to)) return !purePackages.includes(to);
  return !pureRoles.includes(b.role) && b.domain !== 'shared' && to !== 'lib/activity-kinds.ts';
}

function tooMuchForComponents({ a, b, to, typeOnly }) {
  if (a.layer !== 'components' || !inLib(to)) return false;
  if (b.role === 'mutations') return true;
  if (typeOnly || ['shared', 'i18n'].includes(b.domain) || to === 'lib/activity-kinds.ts') return false;
  return ![...pureRoles, 'actions'].includes(b.role);
}

const excused = (rule, edge) =>
  exceptions.some(
    (one) => one.rule === rule.name && edge.from.startsWith(one.from) && edge.to.startsWith(one.to) && (!one.fromRole || edge.a.role === one.fromRole),
  );

/** Forbidden imports as sentences. `imports`: [{ from, to, typeOnly }], where `to` is a path with its ending or the name of a package. */
export function forbiddenImports(imports) {
  return imports.flatMap((one) => {
    const edge = { ...one, a: standing(one.from), b: standing(one.to) };
    if (edge.a.layer === 'tests') return [];
    return rules.filter((rule) => rule.forbids(edge) && !excused(rule, edge)).map((rule) => `${one.from} imports ${one.to}: ${rule.why} (${rule.name})`);
  });
}

/** Circles of imports that run, each once, as sentences. */
export function cycles(imports) {
  const next = new Map();
  for (const { from, to, typeOnly } of imports) if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  const state = new Map();
  const found = [];
  const visit = (file, trail) => {
    if (state.get(file) === 'done') return;
    if (trail.includes(file)) return void found.push(`${[...trail.slice(trail.indexOf(file)), file].join(' → ')}: a circle of imports (no-cycles)`);
    for (const to of next.get(file) ?? []) visit(to, [...trail, file]);
    state.set(file, 'done');
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

const clock = /\bnew Date\(\s*\)|\bDate\.now\(|\bMath\.random\(|\bperformance\.now\(|\bfetch\(/;
const withoutComments = (text) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');

/** What a file's text may not hold, as sentences. `onlyReexports`: it consists of `export … from` and nothing else. */
export function forbiddenText(file, text, onlyReexports) {
  const code = withoutComments(text);
  const { layer, role } = standing(file);
  const found = [];
  const mayReadEnv = file === 'lib/env.ts' || file === 'instrumentation.ts' || layer === 'tests' || /^scripts\/.*\.mjs$/.test(file) || /^[^/]+\.config\./.test(file);
  if (/\bprocess\.env\b/.test(code) && !mayReadEnv) found.push(`${file}: process.env is read only in lib/env.ts (env-in-one-place)`);
  if (pureRoles.includes(role) && clock.test(code))
    found.push(`${file}: ${code.match(clock)[0]} makes a pure file depend on more than its input (pure-decisions)`);
  if (layer === 'lib' && onlyReexports) found.push(`${file}: only passes on other files' exports (no-barrels)`);
  return found;
}
