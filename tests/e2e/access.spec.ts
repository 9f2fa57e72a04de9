import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { APIRequestContext, Browser } from '@playwright/test';
import { anotherPage, expect, type Role, signIn, test, type World } from './world';

const root = path.resolve(import.meta.dirname, '../..');
/** Every address of the app, from its own folders: pages and route handlers, without the parts in brackets that only group. */
const routes = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
  .map((file) => `/${path.dirname(file)}`.replaceAll(/\/\([^)]+\)/g, '').replace(/\/\.$/, '/') || '/')
  .map((route) => (route === '' ? '/' : route))
  .sort();

type Reader = Role | 'nobody';
const readers: readonly Reader[] = ['admin', 'manager', 'staff', 'donor', 'outsider', 'nobody'];
const members: Reader[] = ['admin', 'manager', 'staff', 'donor'];
const record: Reader[] = ['admin', 'manager', 'staff'];
const writers: Reader[] = ['manager', 'staff'];
const everybody: Reader[] = [...readers];
const signedIn: Reader[] = ['admin', 'manager', 'staff', 'donor', 'outsider'];
type Entry = { open: Reader[]; at: (world: World) => string };
const p = '/projects/[project]';
const own = (rest: string) => (world: World) => `/projects/${world.slug}${rest}`;

/** Who may read what; a route without an entry fails the first test. */
const entries: Record<string, Entry> = {
  '/': { open: everybody, at: () => '/' },
  '/sign-in': { open: everybody, at: () => '/sign-in' },
  '/verify': { open: everybody, at: () => '/verify' },
  '/api/health': { open: everybody, at: () => '/api/health' },
  '/api/auth/[...nextauth]': { open: everybody, at: () => '/api/auth/csrf' },
  '/projects': { open: signedIn, at: () => '/projects' },
  [p]: { open: members, at: own('') },
  [`${p}/results`]: { open: members, at: own('/results') },
  [`${p}/indicators`]: { open: members, at: own('/indicators') },
  [`${p}/indicators/[code]`]: { open: members, at: own('/indicators/1.1.a') },
  [`${p}/activities`]: { open: record, at: own('/activities') },
  [`${p}/activities/[ref]`]: { open: record, at: (world) => `/projects/${world.slug}/activities/${world.approved.reference}` },
  [`${p}/activities/[ref]/new`]: { open: writers, at: own('/activities/meeting/new') },
  [`${p}/activities/[ref]/edit`]: { open: writers, at: (world) => `/projects/${world.slug}/activities/${world.draft.reference}/edit` },
  [`${p}/people`]: { open: record, at: own('/people') },
  [`${p}/people/new`]: { open: writers, at: own('/people/new') },
  [`${p}/equipment`]: { open: record, at: own('/equipment') },
  [`${p}/action-points`]: { open: record, at: own('/action-points') },
  [`${p}/action-points/new`]: { open: writers, at: own('/action-points/new') },
  [`${p}/cooperation`]: { open: record, at: own('/cooperation') },
  [`${p}/review`]: { open: record, at: own('/review') },
  [`${p}/reports`]: { open: members, at: own('/reports') },
  [`${p}/reports/new`]: { open: ['manager'], at: own('/reports/new') },
  [`${p}/settings`]: { open: record, at: own('/settings') },
  [`${p}/indicators/[code]/readings/[period]`]: { open: writers, at: (world) => `/projects/${world.slug}/indicators/1.1.b/readings/${world.periods.second}` },
  [`${p}/people/[person]`]: { open: record, at: (world) => `/projects/${world.slug}/people/${world.ids.person}` },
  [`${p}/people/[person]/edit`]: { open: writers, at: (world) => `/projects/${world.slug}/people/${world.ids.person}/edit` },
  [`${p}/equipment/[item]`]: { open: record, at: (world) => `/projects/${world.slug}/equipment/${world.ids.item}` },
  [`${p}/reports/[id]`]: { open: record, at: (world) => `/projects/${world.slug}/reports/${world.ids.report}` },
  [`${p}/reports/[id]/preview`]: { open: ['manager'], at: (world) => `/projects/${world.slug}/reports/${world.ids.report}/preview` },
  [`${p}/reports/[id]/versions/[number]`]: { open: members, at: (world) => `/projects/${world.slug}/reports/${world.ids.report}/versions/1` },
  [`${p}/reports/[id]/versions/[number]/content.json`]: { open: members, at: (world) => `/projects/${world.slug}/reports/${world.ids.report}/versions/1/content.json` },
  [`${p}/settings/audit`]: { open: record, at: own('/settings/audit') },
  '/admin/users/new': { open: ['admin'], at: () => '/admin/users/new' },
  '/admin/institutions/new': { open: ['admin'], at: () => '/admin/institutions/new' },
  '/admin/institutions/[institution]': { open: ['admin'], at: (world) => `/admin/institutions/${world.ids.institution}` },
  '/admin/projects/new': { open: ['admin'], at: () => '/admin/projects/new' },
  '/admin/projects/[project]': { open: ['admin'], at: (world) => `/admin/projects/${world.slug}` },
  '/api/files': { open: [], at: () => '/api/files' },
  '/api/files/[id]': { open: record, at: (world) => `/api/files/${world.ids.evidence}` },
  '/admin': { open: ['admin'], at: () => '/admin' },
  '/admin/users': { open: ['admin'], at: () => '/admin/users' },
  '/admin/institutions': { open: ['admin'], at: () => '/admin/institutions' },
  '/admin/projects': { open: ['admin'], at: () => '/admin/projects' },
  '/api/v1/projects': { open: signedIn, at: () => '/api/v1/projects' },
  '/api/v1/projects/[project]/indicators': { open: members, at: (world) => `/api/v1/projects/${world.slug}/indicators` },
  '/api/v1/projects/[project]/activities': { open: record, at: (world) => `/api/v1/projects/${world.slug}/activities` },
  '/api/v1/projects/[project]/people-counts': { open: members, at: (world) => `/api/v1/projects/${world.slug}/people-counts` },
  '/api/people/search': { open: record, at: (world) => `/api/people/search?project=${world.projectId}&q=Osoba` },
  '/api/activities/[id]/form': { open: record, at: (world) => `/api/activities/${world.draft.id}/form?project=${world.projectId}` },
};

async function as(reader: Reader, browser: Browser, world: World): Promise<APIRequestContext> {
  const context = await browser.newContext();
  if (reader !== 'nobody') {
    const page = await context.newPage();
    await signIn(page, world.emails[reader]);
    await page.close();
  }
  return context.request;
}

test('every page and route has an entry here', () => {
  expect(routes.filter((route) => !(route in entries)), 'routes without an entry').toEqual([]);
  expect(Object.keys(entries).filter((route) => !routes.includes(route)), 'entries without a route').toEqual([]);
});

for (const reader of readers) {
  test(`${reader} reads what is theirs, and nothing else exists`, async ({ browser, world }) => {
    test.setTimeout(120_000);
    const request = await as(reader, browser, world);
    for (const [route, entry] of Object.entries(entries)) {
      if (route === '/api/files') continue; // takes uploads only; its refusals stand in tests/integration/evidence
      const response = await request.get(entry.at(world), { maxRedirects: 0 });
      if (entry.open.includes(reader)) expect(response.status(), `${reader} ${route}`).toBeLessThan(400);
      else if (reader === 'nobody' && route.startsWith('/api/')) expect([401, 404], `${reader} ${route}`).toContain(response.status());
      else if (reader === 'nobody') expect(response.headers().location, `${reader} ${route}`).toContain('/sign-in');
      else expect(response.status(), `${reader} ${route}`).toBe(404);
    }
  });
}

test('an account that is disabled is out on its next request', async ({ page, browser, world }) => {
  await signIn(page, world.emails.outsider);
  const admin = await anotherPage(browser);
  await signIn(admin, world.emails.admin, '/admin/users');
  await admin.getByRole('searchbox').or(admin.getByLabel(/search/i)).first().fill(world.emails.outsider);
  await admin.keyboard.press('Enter');
  await admin.getByRole('button', { name: /^Disable/ }).first().click();
  const dialog = admin.getByRole('dialog');
  if (await dialog.isVisible().catch(() => false)) await dialog.getByRole('button', { name: /Disable/ }).click();
  await expect(admin.getByRole('cell', { name: 'Disabled' })).toBeVisible();
  await page.goto('/projects');
  await expect(page).toHaveURL(/\/sign-in/);
});
