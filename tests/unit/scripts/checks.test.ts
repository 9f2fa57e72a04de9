import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceHash } from '../../../scripts/lib/build.mjs';
import { isInstalled, sameAsLock } from '../../../scripts/lib/install.mjs';
import { misplaced } from '../../../scripts/lib/layout.mjs';
import { compare, missingKeys, placeholders } from '../../../scripts/lib/message-rules.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'capacity-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const put = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  writeFileSync(path.join(folder, file), text);
};

describe('folder vocabulary', () => {
  it('knows what a domain may hold', () =>
    expect(
      misplaced([
        'lib/env.ts',
        'lib/users/rules.ts',
        'lib/users/queries/list.ts',
        'lib/indicators/rules/measures/people.ts',
        'lib/i18n/anything.ts',
        'app/any.ts',
      ]),
    ).toEqual([]));
  it.each(['lib/helpers.ts', 'lib/utils/text.ts', 'lib/users/helpers.ts', 'lib/users/helpers/one.ts', 'lib/users/index.ts', 'lib/users/rules.tsx'])(
    'refuses %s',
    (file) => expect(misplaced([file])).toHaveLength(1),
  );
});

describe('messages', () => {
  const en = { common: { save: 'Save', hello: 'Hello {name}', people: '{count, plural, one {# person} other {# people}}' } };
  const cnr = { common: { save: 'Sačuvaj', hello: 'Zdravo {name}', people: '{count, plural, one {# osoba} few {# osobe} other {# osoba}}' } };
  const changed = (change: Record<string, string>) => compare({ en, cnr: { common: { ...cnr.common, ...change } } });
  it('accepts two complete languages', () => expect(compare({ en, cnr })).toEqual([]));
  it('finds a missing file', () => expect(compare({ en, cnr: {} })).toContain('cnr/common.json: is missing, en has it'));
  it('finds a key that one language lacks', () => expect(changed({ extra: 'Više' })).toEqual(['en/common.extra: is missing, cnr has it']));
  it('finds an empty text', () => expect(changed({ save: ' ' })).toEqual(['cnr/common.save: has no text']));
  it('finds other placeholders', () => expect(changed({ hello: 'Zdravo {ime}' })).toEqual(['common.hello: en has {name}, cnr has {ime}']));
  it('finds broken syntax', () => expect(changed({ hello: 'Zdravo {name' })[0]).toMatch(/not a valid message/));
  it('finds a plural without its Montenegrin form', () =>
    expect(changed({ people: '{count, plural, one {# osoba} other {# osoba}}' })).toEqual(['cnr/common.people: the plural lacks few']));
  it('reads placeholders inside plurals and tags', () => expect(placeholders('<b>{n, plural, other {{who} did}}</b>')).toEqual(['b tag', 'n plural', 'who']));
  it('finds keys that nobody wrote', () => {
    const code =
      "const t = useTranslations('common'); t('save'); t.rich('lost'); const e = await getTranslations('errors'); e('stale'); at('x'); throw new Refusal('gone')";
    expect(missingKeys('a.tsx', code, (name) => ['common.save', 'errors.stale'].includes(name))).toEqual([
      'a.tsx: asks for common.lost, which has no text',
      'a.tsx: refuses with errors.gone, which has no text',
    ]);
  });
});

describe('installation', () => {
  const entry = (version: string, more = {}) => ({ version, integrity: `sha-${version}`, ...more });
  const lock = (packages: object) => JSON.stringify({ packages });
  const locked = lock({ '': {}, 'node_modules/a': entry('1.0.0'), 'node_modules/mac': entry('1.0.0', { optional: true }) });
  it('is right when all but optional packages are there', () => expect(sameAsLock(locked, lock({ 'node_modules/a': entry('1.0.0') }))).toBe(true));
  it('is wrong with another version', () => expect(sameAsLock(locked, lock({ 'node_modules/a': entry('1.0.1') }))).toBe(false));
  it('is wrong with a package that the lock does not know', () =>
    expect(sameAsLock(locked, lock({ 'node_modules/a': entry('1.0.0'), 'node_modules/b': entry('1.0.0') }))).toBe(false));
  it('is wrong when a package is missing', () => expect(sameAsLock(locked, lock({}))).toBe(false));
  it('is wrong without node_modules, and after a change of the lock', () => {
    put('package-lock.json', locked);
    expect(isInstalled(folder)).toBe(false);
    put('node_modules/.package-lock.json', lock({ 'node_modules/a': entry('1.0.0') }));
    expect(isInstalled(folder)).toBe(true);
    rmSync(path.join(folder, 'node_modules/.package-lock.json'));
    expect(isInstalled(folder)).toBe(true); // by its stamp
    put('package-lock.json', lock({ '': {}, 'node_modules/a': entry('2.0.0') }));
    expect(isInstalled(folder)).toBe(false);
  });
});

describe('staleness of the build', () => {
  it('changes with content and names, not with time', () => {
    put('app/page.tsx', 'one');
    const first = sourceHash(folder);
    put('app/page.tsx', 'one');
    expect(sourceHash(folder)).toBe(first);
    put('app/page.tsx', 'two');
    const second = sourceHash(folder);
    put('app/more.tsx', '');
    expect(new Set([first, second, sourceHash(folder)]).size).toBe(3);
    put('README.md', 'text');
    expect(sourceHash(folder)).toBe(sourceHash(folder));
  });
});

describe('check-imports on real files', () => {
  it('reads types, aliases, relative and dynamic imports as the compiler does', () => {
    put(
      'components/a.tsx',
      "import { type Row } from '@/lib/users/queries';\nimport type { X } from '../lib/users/mutations';\nexport const A = () => <p>{String(import('@/lib/users/queries'))}</p>;",
    );
    put('lib/users/queries.ts', 'export type Row = 1;');
    put('lib/users/mutations.ts', 'export type X = 1;');
    put('lib/users/rules/index.ts', "export * from './one';");
    put('lib/users/rules/one.ts', "import { two } from './two';\nexport const one = () => two;");
    put('lib/users/rules/two.ts', "import { one } from './one';\nexport const two = () => one;");
    let said = '';
    try {
      execFileSync(process.execPath, ['scripts/check-imports.mjs', folder], { encoding: 'utf8', stdio: 'pipe' });
    } catch (error) {
      said = (error as { stderr: string }).stderr;
    }
    expect(said.trim().split('\n').sort()).toEqual([
      expect.stringMatching(/components\/a.tsx imports lib\/users\/mutations.ts/),
      expect.stringMatching(/components\/a.tsx imports lib\/users\/queries.ts/),
      expect.stringMatching(/no-barrels/),
      expect.stringMatching(/one.ts → .*two.ts → .*one.ts: a circle/),
    ]);
  });
});
