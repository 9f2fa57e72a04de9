import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { APIRequestContext, Browser } from '@playwright/test';
import { labelPath } from '../../lib/equipment/rules/labels';
import { anotherPage, expect, type Role, signIn, test, type World } from './world';

const root = path.resolve(import.meta.dirname, '../..');
const files = readdirSync(path.join(root, 'app'), { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file));
const addressOf = (file: string) => `/${path.dirname(file)}`.replaceAll(/\/\([^)]+\)/g, '').replace(/\/\.$/, '/') || '/';
/** Every address of the app, from its own folders: pages and route handlers, without the parts in brackets that only group. */
const routes = files.map(addressOf).sort();
/** Route handlers that take what is sent to them and give nothing to read; their refusals stand in tests/integration. */
const takesOnly = files.filter((file) => file.endsWith('route.ts') && !/\bGET\b/.test(readFileSync(path.join(root, 'app', file), 'utf8'))).map(addressOf);

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
  '/follow-up/[token]': { open: everybody, at: (world) => `/follow-up/${world.tokens.participant}` },
  '/i/[code]': { open: everybody, at: (world) => labelPath(world.ids.item) },
  '/sign/[token]': { open: everybody, at: (world) => `/sign/${world.tokens.signer}` },
  '/questionnaire/[token]': { open: everybody, at: (world) => `/questionnaire/${world.tokens.questionnaire}` },
  '/action-point/[token]': { open: everybody, at: (world) => `/action-point/${world.tokens.point}` },
  '/workplan-feed/[token]': { open: everybody, at: (world) => `/workplan-feed/${world.tokens.feed}` },
  '/minutes/[token]': { open: everybody, at: (world) => `/minutes/${world.tokens.minutes}` },
  '/mails/[token]': { open: everybody, at: (world) => `/mails/${world.tokens.mails}` },
  '/api/health': { open: everybody, at: () => '/api/health' },
  '/api/auth/[...nextauth]': { open: everybody, at: () => '/api/auth/csrf' },
  '/projects': { open: signedIn, at: () => '/projects' },
  '/notifications': { open: signedIn, at: () => '/notifications' },
  [p]: { open: members, at: own('') },
  [`${p}/arrange`]: { open: members, at: own('/arrange') },
  [`${p}/deadlines`]: { open: members, at: own('/deadlines') },
  [`${p}/places`]: { open: members, at: own('/places') },
  [`${p}/workplan`]: { open: record, at: own('/workplan') },
  [`${p}/workplan/[ref]`]: { open: writers, at: (world) => `/projects/${world.slug}/workplan/${world.planned.reference}` },
  [`${p}/results`]: { open: members, at: own('/results') },
  [`${p}/indicators`]: { open: members, at: own('/indicators') },
  [`${p}/indicators/[code]`]: { open: members, at: own('/indicators/1.1.a') },
  [`${p}/results/export`]: { open: members, at: own('/results/export?format=docx') },
  [`${p}/results/import`]: { open: ['admin', 'manager'], at: own('/results/import') },
  [`${p}/results/import/template`]: { open: ['admin', 'manager'], at: own('/results/import/template') },
  [`${p}/results/import/[import]`]: { open: ['admin', 'manager'], at: (world) => `/projects/${world.slug}/results/import/${world.ids.matrixImport}` },
  [`${p}/indicators/readings`]: { open: record, at: own('/indicators/readings') },
  [`${p}/indicators/[code]/explain`]: { open: record, at: own('/indicators/1.1.a/explain') },
  [`${p}/activities`]: { open: record, at: own('/activities') },
  [`${p}/activities/[ref]`]: { open: record, at: (world) => `/projects/${world.slug}/activities/${world.approved.reference}` },
  [`${p}/activities/[ref]/certificates`]: { open: record, at: (world) => `/projects/${world.slug}/activities/${world.approved.reference}/certificates` },
  [`${p}/activities/[ref]/certificates/certificates.pdf`]: { open: record, at: (world) => `/projects/${world.slug}/activities/${world.approved.reference}/certificates/certificates.pdf?number=1` },
  [`${p}/activities/[ref]/sheet/[session]`]: { open: record, at: (world) => `/projects/${world.slug}/activities/${world.draft.reference}/sheet/${world.ids.session}` },
  [`${p}/activities/[ref]/sheet/[session]/sheet.pdf`]: { open: record, at: (world) => `/projects/${world.slug}/activities/${world.draft.reference}/sheet/${world.ids.session}/sheet.pdf` },
  [`${p}/activities/[ref]/certificate.pdf`]: { open: record, at: (world) => `/projects/${world.slug}/activities/${world.handOver.reference}/certificate.pdf` },
  [`${p}/activities/[ref]/papers/[paper]`]: { open: record, at: (world) => `/projects/${world.slug}/activities/${world.meeting.reference}/papers/minutes.pdf` },
  [`${p}/activities/[ref]/invitation.ics`]: { open: record, at: (world) => `/projects/${world.slug}/activities/${world.meeting.reference}/invitation.ics` },
  [`${p}/activities/[ref]/sign`]: { open: writers, at: (world) => `/projects/${world.slug}/activities/${world.unsigned.reference}/sign` },
  [`${p}/activities/[ref]/new`]: { open: writers, at: own('/activities/meeting/new') },
  [`${p}/activities/[ref]/edit`]: { open: writers, at: (world) => `/projects/${world.slug}/activities/${world.draft.reference}/edit` },
  [`${p}/activities/[ref]/import`]: { open: writers, at: (world) => `/projects/${world.slug}/activities/${world.draft.reference}/import` },
  [`${p}/export/iati.xml`]: { open: members, at: own('/export/iati.xml') },
  [`${p}/export/[list]`]: { open: record, at: own('/export/people?format=csv') },
  [`${p}/imports/[import]`]: { open: writers, at: (world) => `/projects/${world.slug}/imports/${world.ids.import}` },
  [`${p}/imports/[import]/rejects`]: { open: writers, at: (world) => `/projects/${world.slug}/imports/${world.ids.import}/rejects` },
  [`${p}/imports/template`]: { open: writers, at: (world) => `/projects/${world.slug}/imports/template?activity=${world.draft.reference}` },
  [`${p}/activities/[ref]/questionnaire`]: { open: record, at: (world) => `/projects/${world.slug}/activities/${world.approved.reference}/questionnaire` },
  [`${p}/as-of`]: { open: members, at: own('/as-of?day=2019-07-01') },
  [`${p}/follow-ups`]: { open: record, at: own('/follow-ups') },
  [`${p}/people`]: { open: record, at: own('/people') },
  [`${p}/people/import`]: { open: writers, at: own('/people/import') },
  [`${p}/people/duplicates`]: { open: record, at: own('/people/duplicates') },
  [`${p}/people/duplicates/merge`]: { open: ['admin', 'manager'], at: (world) => `/projects/${world.slug}/people/duplicates/merge?keep=${world.ids.person}&merge=${world.ids.second}` },
  [`${p}/people/capacity`]: { open: record, at: own('/people/capacity') },
  [`${p}/people/trainers/export`]: { open: record, at: own('/people/trainers/export?format=csv') },
  [`${p}/people/capacity/export`]: { open: record, at: own('/people/capacity/export?format=csv') },
  [`${p}/people/retention`]: { open: record, at: own('/people/retention') },
  [`${p}/people/trainers`]: { open: record, at: own('/people/trainers') },
  [`${p}/people/new`]: { open: writers, at: own('/people/new') },
  [`${p}/equipment`]: { open: members, at: own('/equipment') },
  [`${p}/equipment/new`]: { open: writers, at: own('/equipment/new') },
  [`${p}/equipment/import`]: { open: writers, at: own('/equipment/import') },
  [`${p}/equipment/import/template`]: { open: writers, at: own('/equipment/import/template') },
  [`${p}/equipment/import/[import]`]: { open: writers, at: (world) => `/projects/${world.slug}/equipment/import/${world.ids.itemImport}` },
  [`${p}/equipment/budget`]: { open: record, at: own('/equipment/budget') },
  [`${p}/equipment/budget/[line]`]: { open: ['admin', 'manager'], at: own('/equipment/budget/new') },
  [`${p}/equipment/labels`]: { open: record, at: own('/equipment/labels') },
  [`${p}/equipment/labels.pdf`]: { open: record, at: own('/equipment/labels.pdf') },
  [`${p}/equipment/checks`]: { open: record, at: own('/equipment/checks') },
  [`${p}/equipment/checks/new`]: { open: writers, at: own('/equipment/checks/new') },
  [`${p}/equipment/checks/raise`]: { open: writers, at: (world) => `/projects/${world.slug}/equipment/checks/raise?item=${world.ids.item}` },
  [`${p}/action-points`]: { open: record, at: own('/action-points') },
  [`${p}/action-points/[number]`]: { open: record, at: own('/action-points/1') },
  [`${p}/action-points/[number]/edit`]: { open: writers, at: own('/action-points/1/edit') },
  [`${p}/action-points/new`]: { open: writers, at: own('/action-points/new') },
  [`${p}/decisions`]: { open: record, at: own('/decisions') },
  [`${p}/cooperation`]: { open: members, at: own('/cooperation') },
  [`${p}/review`]: { open: record, at: own('/review') },
  [`${p}/reports`]: { open: members, at: own('/reports') },
  [`${p}/reports/new`]: { open: ['manager'], at: own('/reports/new') },
  [`${p}/settings`]: { open: record, at: own('/settings') },
  [`${p}/indicators/[code]/readings/[period]`]: { open: writers, at: (world) => `/projects/${world.slug}/indicators/1.1.b/readings/${world.periods.second}` },
  [`${p}/people/[person]`]: { open: record, at: (world) => `/projects/${world.slug}/people/${world.ids.person}` },
  [`${p}/people/[person]/data`]: { open: ['admin', 'manager'], at: (world) => `/projects/${world.slug}/people/${world.ids.person}/data` },
  [`${p}/people/[person]/posts/[post]`]: { open: writers, at: (world) => `/projects/${world.slug}/people/${world.ids.person}/posts/new` },
  [`${p}/people/[person]/edit`]: { open: writers, at: (world) => `/projects/${world.slug}/people/${world.ids.person}/edit` },
  [`${p}/equipment/[item]`]: { open: record, at: (world) => `/projects/${world.slug}/equipment/${world.ids.item}` },
  [`${p}/equipment/[item]/edit`]: { open: writers, at: (world) => `/projects/${world.slug}/equipment/${world.ids.item}/edit` },
  [`${p}/reports/[id]`]: { open: record, at: (world) => `/projects/${world.slug}/reports/${world.ids.report}` },
  [`${p}/reports/[id]/preview`]: { open: ['manager'], at: (world) => `/projects/${world.slug}/reports/${world.ids.report}/preview` },
  [`${p}/reports/[id]/versions/[number]`]: { open: members, at: (world) => `/projects/${world.slug}/reports/${world.ids.report}/versions/1` },
  [`${p}/reports/[id]/versions/[number]/content.json`]: { open: members, at: (world) => `/projects/${world.slug}/reports/${world.ids.report}/versions/1/content.json` },
  [`${p}/settings/questionnaire`]: { open: record, at: own('/settings/questionnaire') },
  [`${p}/settings/audit`]: { open: record, at: own('/settings/audit') },
  '/admin/users/new': { open: ['admin'], at: () => '/admin/users/new' },
  '/admin/institutions/new': { open: ['admin'], at: () => '/admin/institutions/new' },
  '/admin/institutions/[institution]': { open: ['admin'], at: (world) => `/admin/institutions/${world.ids.institution}` },
  '/admin/projects/new': { open: ['admin'], at: () => '/admin/projects/new' },
  '/admin/projects/[project]': { open: ['admin'], at: (world) => `/admin/projects/${world.slug}` },
  '/api/imports': { open: [], at: () => '/api/imports' },
  '/admin/outbox': { open: ['admin'], at: () => '/admin/outbox' },
  '/api/action-points/report': { open: [], at: () => '/api/action-points/report' },
  '/api/action-points/files': { open: [], at: () => '/api/action-points/files' },
  '/api/mails/[token]': { open: [], at: () => '/api/mails/x' },
  '/api/files': { open: [], at: () => '/api/files' },
  '/api/files/[id]': { open: record, at: (world) => `/api/files/${world.ids.evidence}` },
  '/api/checks': { open: [], at: () => '/api/checks' },
  '/api/checks/items': { open: record, at: (world) => `/api/checks/items?project=${world.slug}&q=laptop` },
  '/api/checks/photos/[id]': { open: record, at: (world) => `/api/checks/photos/${world.ids.photo}` },
  '/admin': { open: ['admin'], at: () => '/admin' },
  '/admin/users': { open: ['admin'], at: () => '/admin/users' },
  '/admin/institutions': { open: ['admin'], at: () => '/admin/institutions' },
  '/admin/projects': { open: ['admin'], at: () => '/admin/projects' },
  '/api/projects/export': { open: signedIn, at: () => '/api/projects/export?format=csv' },
  '/api/projects/choices': { open: signedIn, at: () => '/api/projects/choices' },
  '/api/v1/projects': { open: signedIn, at: () => '/api/v1/projects' },
  '/api/v1/projects/[project]/indicators': { open: members, at: (world) => `/api/v1/projects/${world.slug}/indicators` },
  '/api/v1/projects/[project]/activities': { open: record, at: (world) => `/api/v1/projects/${world.slug}/activities` },
  '/api/v1/projects/[project]/people-counts': { open: members, at: (world) => `/api/v1/projects/${world.slug}/people-counts` },
  '/api/people/match': { open: [], at: () => '/api/people/match' },
  '/api/people/search': { open: record, at: (world) => `/api/people/search?project=${world.projectId}&q=Osoba` },
  '/api/equipment/custody-files': { open: [], at: () => '/api/equipment/custody-files' },
  '/api/equipment/custody-files/[id]': { open: record, at: (world) => `/api/equipment/custody-files/${world.ids.custodyFile}` },
  '/api/equipment/stock': { open: writers, at: (world) => `/api/equipment/stock?project=${world.projectId}&q=` },
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

// What a unit can do with which item where is for nobody outside the work (issue 4); the signer of a hand-over reads its items.
const operational = (world: World) => [`E2E-${world.slug}`, 'Cellar 7', 'Night shift'];
const outside: readonly Reader[] = ['donor', 'outsider', 'nobody'];

test('every page and route has an entry here', () => {
  expect(routes.filter((route) => !(route in entries)), 'routes without an entry').toEqual([]);
  expect(Object.keys(entries).filter((route) => !routes.includes(route)), 'entries without a route').toEqual([]);
});

for (const reader of readers) {
  test(`${reader} reads what is theirs, and nothing else exists`, async ({ browser, world }) => {
    test.setTimeout(120_000);
    const request = await as(reader, browser, world);
    for (const [route, entry] of Object.entries(entries)) {
      if (takesOnly.includes(route)) continue; // their refusals stand in tests/integration
      const response = await request.get(entry.at(world), { maxRedirects: 0 });
      if (entry.open.includes(reader)) {
        expect(response.status(), `${reader} ${route}`).toBeLessThan(400);
        const body = outside.includes(reader) && route !== '/sign/[token]' ? await response.text() : '';
        for (const secret of operational(world)) expect(body.includes(secret), `${reader} ${route} tells ${secret}`).toBe(false);
      }
      else if (reader === 'nobody' && route.startsWith('/api/')) expect([401, 404], `${reader} ${route}`).toContain(response.status());
      else if (reader === 'nobody') expect(response.headers().location, `${reader} ${route}`).toContain('/sign-in');
      else expect(response.status(), `${reader} ${route}`).toBe(404);
    }
  });
}

test('addresses that no link makes lead nowhere, and nothing breaks', async ({ page, world }) => {
  await signIn(page, world.emails.manager);
  const addresses = ['/projects/%00', '/projects/%E0%A4%A', `/projects/${world.slug}/activities/%E0%A4%A`, `/projects/${world.slug}/people/%00`, '/api/v1/projects/%00/activities', `/api/v1/projects/${'x'.repeat(2000)}/indicators`, '/api/files/%00'];
  for (const address of addresses) expect((await page.request.get(address, { maxRedirects: 0 })).status(), address).toBe(404);
});

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
