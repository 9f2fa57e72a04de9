import { anotherPage, expect, expectAccessible, signIn, test } from './world';

test('a manager composes and issues a report; the donor reads it and nothing else', async ({ page, browser, world }) => {
  test.setTimeout(90_000);
  const base = `/projects/${world.slug}/reports`;
  await signIn(page, world.emails.manager, `${base}/new`);
  await expectAccessible(page);
  await page.getByLabel('Period').selectOption({ index: 1 });
  await page.locator('main button[type=submit]').first().click();
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/);
  await page.locator('textarea').first().fill('Thirteen officials were trained on screening.');
  await expect(page.getByText(/^Saved /)).toBeVisible({ timeout: 15_000 });
  await expectAccessible(page);
  await page.goto(`${page.url()}/preview`);
  await expect(page.getByRole('main')).toContainText('Thirteen officials were trained');
  await expect(page.getByRole('main')).not.toContainText('Osoba');
  await page.getByRole('button', { name: /^Issue/ }).first().click();
  const dialog = page.getByRole('dialog');
  if (await dialog.isVisible().catch(() => false)) await dialog.getByRole('button', { name: /^Issue/ }).click();
  await page.waitForURL(/\/versions\/1$/);
  await expect(page.getByRole('main')).toContainText(/[0-9a-f]{64}/);

  const donor = await anotherPage(browser);
  await signIn(donor, world.emails.donor, base);
  await donor.locator('main a[href*="/versions/1"]').first().click();
  await donor.waitForURL(/\/versions\/1$/);
  await expect(donor.getByRole('main')).toContainText('Thirteen officials were trained');
  await expect(donor.getByRole('main')).not.toContainText('Osoba');
  await expectAccessible(donor);
  const frozen = await donor.getByRole('main').innerText();

  await page.goto(`/projects/${world.slug}/activities/${world.approved.reference}`);
  await page.locator('summary', { hasText: 'Reopen' }).click();
  await page.locator('details[open] textarea').fill('A name was wrong');
  await page.locator('details[open] button[type=submit]').click();
  await expect(page.getByRole('region', { name: 'Review', exact: true })).toContainText('A name was wrong');
  await donor.reload();
  expect(await donor.getByRole('main').innerText()).toBe(frozen);
  expect((await donor.goto(`/projects/${world.slug}/activities`))?.status()).toBe(404);
});
