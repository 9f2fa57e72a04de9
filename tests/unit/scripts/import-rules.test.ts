import { describe, expect, it } from 'vitest';
import { cycles, exceptions, forbiddenImports, forbiddenText, rules } from '../../../scripts/lib/import-rules.mjs';

const edge = (from: string, to: string, typeOnly = false) => ({ from, to, typeOnly });
const firing = (from: string, to: string, typeOnly = false) =>
  forbiddenImports([edge(from, to, typeOnly)]).map((sentence) => sentence.match(/\(([\w-]+)\)$/)?.[1]);

const bad: [rule: string, from: string, to: string, typeOnly?: boolean][] = [
  ['nobody-imports-app', 'components/shell/frame.tsx', 'app/layout.tsx'],
  ['nobody-imports-app', 'lib/projects/queries.ts', 'app/(app)/page.tsx'],
  ['no-components-below', 'lib/reports/queries.ts', 'components/ui/table.tsx'],
  ['no-components-below', 'db/client.ts', 'components/ui/table.tsx'],
  ['db-knows-no-lib', 'db/schema/users.ts', 'lib/users/schema.ts'],
  ['db-knows-no-lib', 'db/client.ts', 'lib/access/viewer.ts', true],
  ['only-data-code-touches-db', 'app/(app)/page.tsx', 'db/client.ts'],
  ['only-data-code-touches-db', 'components/ui/table.tsx', 'drizzle-orm'],
  ['only-data-code-touches-db', 'lib/storage/disk.ts', 'postgres'],
  ['only-data-code-touches-db', 'lib/trainings/actions.ts', 'db/schema/index.ts'],
  ['only-data-code-touches-db', 'lib/i18n/request.ts', 'drizzle-orm/pg-core'],
  ['only-data-code-touches-db', 'proxy.ts', 'db/client.ts'],
  ['pure-decisions', 'lib/trainings/rules.ts', 'db/client.ts'],
  ['pure-decisions', 'lib/trainings/rules/attendance.ts', 'lib/trainings/queries.ts'],
  ['pure-decisions', 'lib/trainings/rules.ts', 'node:fs'],
  ['pure-decisions', 'lib/trainings/schema.ts', 'react'],
  ['pure-decisions', 'lib/trainings/kind.ts', 'next/navigation'],
  ['pure-decisions', 'lib/access/rules.ts', 'lib/auth/viewer.ts'],
  ['pure-decisions', 'lib/audit/rules.ts', 'db/schema/index.ts', true],
  ['schema-knows-schemas', 'lib/trainings/schema.ts', 'lib/trainings/rules.ts'],
  ['components-get-data', 'components/trainings/card.tsx', 'lib/trainings/queries.ts'],
  ['components-get-data', 'components/trainings/card.tsx', 'lib/trainings/mutations.ts', true],
  ['components-get-data', 'components/trainings/card.tsx', 'lib/auth/viewer.ts'],
  ['pages-do-not-write', 'app/(app)/page.tsx', 'lib/trainings/mutations.ts'],
  ['pages-do-not-write', 'app/api/files/route.ts', 'lib/evidence/mutations/store.ts'],
  ['domains-meet-in-rules', 'lib/reports/queries.ts', 'lib/trainings/queries.ts'],
  ['domains-meet-in-rules', 'lib/review/mutations.ts', 'lib/projects/queries.ts'],
  ['domains-meet-in-rules', 'lib/review/actions.ts', 'lib/trainings/actions.ts'],
  ['next-auth-in-auth', 'components/shell/person.tsx', 'next-auth/react'],
  ['next-auth-in-auth', 'lib/users/queries.ts', 'next-auth'],
];

const good: [from: string, to: string, typeOnly?: boolean][] = [
  ['app/(app)/page.tsx', 'lib/projects/queries.ts'],
  ['app/layout.tsx', 'app/globals.css'],
  ['app/api/auth/[...nextauth]/route.ts', 'next-auth'],
  ['components/trainings/form.tsx', 'lib/trainings/actions.ts'],
  ['components/trainings/card.tsx', 'lib/trainings/queries.ts', true],
  ['components/activity-kinds.tsx', 'lib/activity-kinds.ts'],
  ['components/trainings/card.tsx', 'lib/i18n/format.ts'],
  ['db/client.ts', 'lib/env.ts'],
  ['db/schema/users.ts', 'lib/shared/vocabulary.ts'],
  ['db/seed/demo.ts', 'lib/trainings/mutations.ts'],
  ['lib/action.ts', 'db/client.ts'],
  ['lib/auth/viewer.ts', 'drizzle-orm'],
  ['lib/reports/queries.ts', 'lib/institutions/queries.ts'],
  ['lib/reports/queries.ts', 'lib/trainings/rules.ts'],
  ['lib/review/mutations.ts', 'lib/trainings/mutations.ts'],
  ['lib/trainings/mutations/save.ts', 'db/schema/index.ts'],
  ['lib/trainings/rules.ts', 'lib/shared/dates.ts'],
  ['lib/trainings/schema.ts', 'zod'],
  ['proxy.ts', 'next-auth/jwt'],
  ['tests/integration/x.test.ts', 'app/api/health/route.ts'],
];

describe('import rules', () => {
  it.each(bad)('%s: refuses %s → %s', (rule, from, to, typeOnly) => expect(firing(from, to, typeOnly)).toContain(rule));
  it.each(good)('lets %s import %s', (from, to, typeOnly) => expect(firing(from, to, typeOnly)).toEqual([]));
  it('has a bad example for every rule', () => expect(new Set(bad.map(([rule]) => rule))).toEqual(new Set(rules.map((rule) => rule.name))));
  it('gives a reason for every exception', () => expect(exceptions.every((one) => one.reason.length > 20)).toBe(true));
});

describe('circles', () => {
  it('finds a circle once', () => expect(cycles([edge('a', 'b'), edge('b', 'c'), edge('c', 'a')])).toEqual([expect.stringMatching(/^a → b → c → a/)]));
  it('takes no offence at types', () => expect(cycles([edge('a', 'b'), edge('b', 'a', true)])).toEqual([]));
  it('takes no offence at two ways to one file', () => expect(cycles([edge('a', 'b'), edge('a', 'c'), edge('b', 'd'), edge('c', 'd')])).toEqual([]));
});

describe('forbidden text', () => {
  it.each([
    ['lib/users/queries.ts', 'const a = process.env.HOME;', /env-in-one-place/],
    ['scripts/admin.ts', 'process.env.HOME', /env-in-one-place/],
    ['lib/users/rules.ts', 'const now = new Date();', /pure-decisions/],
    ['lib/users/rules/late.ts', 'Date.now()', /pure-decisions/],
    ['lib/users/schema.ts', 'Math.random()', /pure-decisions/],
  ])('in %s: %s', (file, text, finding) => expect(forbiddenText(file, text, false)).toEqual([expect.stringMatching(finding)]));
  it('refuses barrels in lib', () =>
    expect(forbiddenText('lib/users/rules/all.ts', "export * from './one';", true)).toEqual([expect.stringMatching(/no-barrels/)]));
  it.each([
    ['lib/env.ts', 'process.env'],
    ['scripts/start.mjs', 'process.env.PORT'],
    ['next.config.ts', 'process.env.X'],
    ['lib/users/rules.ts', '// never new Date() here\nnew Date(text)'],
    ['db/schema/index.ts', "export * from './users';"],
  ])('allows in %s: %s', (file, text) => expect(forbiddenText(file, text, file.startsWith('db/'))).toEqual([]));
});
