import { expect, expectAccessible, signIn, test } from './world';

test('a manager corrects a reporting period and takes away one entered by mistake; what is refused stays typed; staff only read', async ({ page, world }) => {
  test.setTimeout(60_000);
  await signIn(page, world.emails.manager, `/projects/${world.slug}/settings`);
  const main = page.getByRole('main');
  await main.getByText('Add a period', { exact: true }).first().click();
  const form = page.getByRole('form', { name: 'Add a period' });
  await form.getByLabel('Name').fill('2019-2');
  await form.getByLabel('From', { exact: true }).fill('2035-01-01');
  await form.getByLabel('To', { exact: true }).fill('2035-06-30');
  await form.getByRole('button', { name: 'Add the period' }).click();
  await expect(form.getByLabel('Name')).toHaveAccessibleDescription(/Another period has this name/);
  await form.getByLabel('Name').fill('Typed wrong');
  await form.getByRole('button', { name: 'Add the period' }).click();
  const line = page.getByRole('row', { name: /Typed wrong/ });
  await line.getByRole('button', { name: /^Edit/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('From', { exact: true }).fill('2019-12-01');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  // One sentence, and it stands at its field.
  await expect(dialog.getByRole('alert')).toHaveText(/^There is a problem\s*From: This period shares days with 2019-2\. [^.]*$/);
  await expect(dialog.getByLabel('From', { exact: true })).toHaveValue('2019-12-01');
  await expectAccessible(page);
  await dialog.getByLabel('From', { exact: true }).fill('2020-01-01');
  await dialog.getByLabel('To', { exact: true }).fill('2020-06-30');
  await dialog.getByLabel('Name').fill('2020-1');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const corrected = page.getByRole('row', { name: /2020-1/ });
  await expect(corrected).toContainText('1 Jan – 30 Jun 2020');
  await corrected.getByRole('button', { name: /^Remove/ }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(corrected).toHaveCount(0);
  await page.context().clearCookies();
  await signIn(page, world.emails.staff, `/projects/${world.slug}/settings`);
  await expect(page.getByRole('table', { name: 'Reporting periods' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Reporting periods' }).getByRole('button')).toHaveCount(0);
});

test('the periods keep to a phone, in Montenegrin', async ({ page, world, baseURL }) => {
  await signIn(page, world.emails.manager);
  await page.context().addCookies([{ name: 'language', value: 'cnr', url: baseURL }]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/projects/${world.slug}/settings`);
  const box = page.locator('.scroll-x', { has: page.getByRole('table', { name: 'Izvještajni periodi' }) });
  expect(await box.evaluate((part) => part.scrollWidth - part.clientWidth)).toBe(0);
  await box.getByRole('button', { name: /^Uredi/ }).first().click();
  await expectAccessible(page);
});
