import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, expectAccessible, signIn, test } from './world';

const root = path.resolve(import.meta.dirname, '../../app');
/** Addresses of pages and routes whose last part names one thing, as the folders of app/ have them. */
const addresses = [
  ...new Set(
    readdirSync(root, { recursive: true })
      .map(String)
      .filter((file) => /\]\/(page\.tsx|route\.ts)$/.test(file))
      .map((file) => `/${file.replace(/\/(page\.tsx|route\.ts)$/, '').replace(/\([^)]*\)\//g, '')}`),
  ),
].filter((address) => !address.includes('[...') && !address.endsWith('[project]'));

test('an address that names nothing is refused, however it is malformed', async ({ page, world }) => {
  test.setTimeout(180_000);
  expect(addresses.length).toBeGreaterThan(15); // the list is read from the folders: it must not become empty unseen
  await signIn(page, world.emails.manager);
  for (const address of addresses) {
    for (const nonsense of ['0197', '%00', "a'b", '99999999999999999999', '00000000-0000-0000-0000-000000000000']) {
      const asked = address.replace('[project]', world.slug).replace('[ref]', address.endsWith('[ref]') ? nonsense : world.approved.reference).replace(/\[\w+\]/g, nonsense);
      const answer = await page.request.get(asked, { maxRedirects: 0 });
      expect(answer.status(), asked).toBeLessThan(500);
      // Pages behind links without an account say in words that the link has ended.
      if (!address.includes('[token]')) expect(answer.status(), asked).toBeGreaterThanOrEqual(300);
    }
  }
});

test('an end before its start, a cost below nothing and a second click: the field says what to do, and what was typed stays', async ({ page, world }) => {
  test.setTimeout(60_000);
  const base = `/projects/${world.slug}/activities`;
  await signIn(page, world.emails.staff, `${base}/training/new`);
  const title = `Clicked twice ${world.slug}`;
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Actual start').fill('2019-05-08');
  await page.getByLabel('Actual end').fill('2019-05-06');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const problems = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(problems).toContainText('Actual end: The end must not be before the start');
  await expect(page.getByLabel('Actual end')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Actual end')).toHaveValue('2019-05-06');
  await page.getByLabel('Actual end').fill('2019-05-08');
  await page.getByLabel('Cost').fill('-5');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(problems).toContainText('Cost: Enter 0 or more');
  await problems.getByRole('link', { name: /Cost/ }).click();
  await expect(page.getByLabel('Cost')).toBeFocused();
  await expectAccessible(page);

  await page.getByLabel('Cost').fill('5');
  await page.getByLabel('Currency').selectOption('EUR');
  await page.getByRole('button', { name: 'Save', exact: true }).dblclick();
  await page.waitForURL(/\/activities\/TR-\d+$/);
  await page.goto(`${base}?q=${encodeURIComponent(title)}`);
  await expect(page.getByRole('main').getByRole('link', { name: title, exact: true })).toHaveCount(1);
});

test('a file of a forbidden type, whatever it calls itself, and one over the limit are refused with words; the draft stays', async ({ page, world }) => {
  test.setTimeout(60_000);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/activities/${world.draft.reference}/edit`);
  const choose = page.getByLabel('Choose files');
  await choose.setInputFiles({ name: 'minutes.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\u0090\u0000 this is a program') });
  await expect(page.getByText('Files of this type are not accepted. Choose a PDF, an image, or an office document').first()).toBeVisible();
  await choose.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(21 * 1024 * 1024)]) });
  await expect(page.getByText(/The file is larger than 20 MB/).first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole('main').getByRole('link', { name: /minutes\.pdf|scan\.pdf/ })).toHaveCount(0);
  await expectAccessible(page);
});
