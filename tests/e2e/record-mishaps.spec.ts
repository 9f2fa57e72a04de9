import { expect, expectAccessible, signIn, test } from './world';

test('a session lost while typing is named, and saving goes on after signing in again', async ({ page, context, world }) => {
  test.setTimeout(60_000);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/activities/${world.draft.reference}/edit`);
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.getByLabel('Title').fill('Typed while signed out');
  await expect(page.getByText('Signed out. What you typed is kept on this device')).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').getByText(/Sign in again in another tab/)).toBeVisible();
  await context.addCookies(cookies);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/activities\/TR-\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Typed while signed out');
});

test('when the answer to the first save is lost, typing goes on and one record results', async ({ page, world }) => {
  test.setTimeout(60_000);
  const address = `/projects/${world.slug}/activities/meeting/new`;
  await signIn(page, world.emails.staff, address);
  let lost = 0;
  await page.route('**/activities/meeting/new', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    await route.abort();
  });
  await page.getByLabel('Title').fill('Half heard');
  await expect(page.getByText(/^No connection/)).toBeVisible({ timeout: 15_000 });
  await page.getByLabel('Title').fill('Half heard, then more');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/activities\/ME-\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Half heard, then more');
  await page.goto(`/projects/${world.slug}/activities?q=Half+heard`);
  await expect(page.getByRole('main').getByRole('link', { name: /Half heard, then more/ })).toHaveCount(1);
});

test('a click on save while the draft saves itself waits for its turn', async ({ page, world }) => {
  test.setTimeout(60_000);
  const address = `/projects/${world.slug}/activities/${world.draft.reference}/edit`;
  await signIn(page, world.emails.staff, address);
  await page.route('**/edit', async (route) => {
    if (route.request().method() === 'POST') await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.getByLabel('Title').fill('Patient');
  await expect(page.getByText('Saving…')).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/activities\/TR-\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Patient');
});

test('a waiver without its reason is named by the piece of evidence, and the message leads to the field', async ({ page, world }) => {
  test.setTimeout(60_000);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/activities/training/new`);
  await page.getByLabel('Title').fill('Waived');
  await page.getByRole('checkbox', { name: 'It does not exist; waive it' }).first().check();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const problem = page.getByRole('alert').getByRole('link', { name: /Agenda, Why/ });
  await problem.click();
  await expect(page.getByLabel('Why').first()).toBeFocused();
  await expectAccessible(page);
});
