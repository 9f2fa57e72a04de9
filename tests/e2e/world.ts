import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { ensureDatabase } from '../../scripts/pg.mjs';

export type Role = 'admin' | 'manager' | 'reviewer' | 'staff' | 'donor' | 'outsider';
type Ref = { id: string; reference: string; version: number };
/** A project of the spec's own: people of every role, one record counted, one handed in, one draft. */
export type World = { slug: string; projectId: string; emails: Record<Role, string>; userIds: Record<Role, string>; approved: Ref; submitted: Ref; draft: Ref; planned: Ref; meeting: Ref; meetingDraft: Ref; handOver: Ref; unsigned: Ref; /** only with test.use({ forty: true }) */ forty?: Ref & { session: string }; certificateCode: string; periods: { first: string; second: string }; tokens: Record<'minutes' | 'point' | 'mails' | 'participant' | 'supervisor' | 'questionnaire' | 'signer' | 'feed', string>; ids: Record<'unlisted' | 'import' | 'matrixImport' | 'custodyFile' | 'itemImport' | 'item' | 'photo' | 'person' | 'second' | 'report' | 'evidence' | 'institution' | 'session', string> };

const root = path.resolve(import.meta.dirname, '../..');
export const password = 'capacity-demo';

// The app's own: what is signed or derived here must be the same there.
const appSecret = () => process.env.NEXTAUTH_SECRET ?? readFileSync(path.join(root, '.data/e2e/secret'), 'utf8').trim();

async function makeWorld(forty: boolean, longPlan: boolean): Promise<World> {
  const server = await ensureDatabase({ dataDir: path.join(root, '.data/e2e'), embedded: true });
  const env = { ...process.env, DATABASE_URL: server.url, NEXTAUTH_SECRET: appSecret(), DATA_DIR: path.join(root, '.data/e2e'), ...(forty && { E2E_FORTY: '1' }), ...(longPlan && { E2E_LONG_PLAN: '1' }) };
  const loader = pathToFileURL(path.join(root, 'scripts/lib/server-side.mjs')).href;
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', loader, '--import', 'tsx', path.join(root, 'tests/support/e2e-world.ts')], { cwd: root, env });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as World;
  } finally {
    await server.stop(); // leaves it to the app under test
  }
}

/** Signs in through the screen, as a person would. */
export async function signIn(page: Page, email: string, next?: string): Promise<void> {
  await page.goto(next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.locator('main button[type=submit]').first().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

/** A page of somebody else, in a browser of their own. */
export const anotherPage = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

/** No violation of WCAG 2.2 A and AA on the page as it stands. A page followed to has its title a moment after it, and none in between: it is waited for, before and after. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/./);
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).disableRules(['document-title']).analyze();
  await expect(page).toHaveTitle(/./);
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target).join(' | ')}`), page.url()).toEqual([]);
}

export const test = base.extend<{ world: World; forty: boolean; longPlan: boolean }>({
  forty: [false, { option: true }],
  longPlan: [false, { option: true }],
  world: async ({ baseURL, forty, longPlan }, use) => {
    if (!baseURL) throw new Error('the browser tests need an address');
    await use(await makeWorld(forty, longPlan));
  },
});
export { expect };
