import { anotherPage, expect, expectAccessible, signIn, test } from './world';

test('an item lives from order: entered, received, handed over in part of a list, lent, and seen by a donor as a count only', async ({ page, browser, world }) => {
  test.setTimeout(150_000);
  const path = `/projects/${world.slug}/equipment`;
  await signIn(page, world.emails.staff, path);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Add an item' }).click();
  await page.getByLabel('Description').fill('Thermal camera');
  await page.getByLabel('Category').selectOption('optical');
  await page.getByLabel('Quantity').fill('3');
  await page.getByLabel('Value of all pieces').fill('3.000,00');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Choose the currency of the amount.').first()).toBeVisible();
  await expect(page.getByLabel('Description')).toHaveValue('Thermal camera');
  await page.getByLabel('Currency').selectOption('USD');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/equipment\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Ordered').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Delivered on').fill('2019-02-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/equipment\/[0-9a-f-]{36}$/);
  await expect(page.getByText('Received', { exact: true }).first()).toBeVisible();
  const item = page.url();

  await page.goto(`/projects/${world.slug}/activities/equipment/new`);
  await page.getByLabel('Title').fill('Cameras');
  await page.getByLabel('From the register').fill('thermal');
  await page.getByRole('option', { name: /Thermal camera/ }).click();
  await page.getByText('Accepted in full').click();
  await page.getByLabel('Accepted (optional)').fill('2');
  await page.getByLabel('Short', { exact: false }).first().fill('2');
  await page.getByLabel('What was short, damaged or surplus').fill('One box was missing');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Accepted, short and damaged must add up to the quantity of 3').first()).toBeVisible();
  await page.getByLabel('Short', { exact: false }).first().fill('1');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/activities\/EQ-\d+$/);
  await expect(page.getByRole('main')).toContainText('One box was missing');

  await page.goto(`${path}/${world.ids.item}`);
  await page.getByLabel('What happened').selectOption('loan');
  await page.getByLabel('On', { exact: true }).fill('2019-08-01');
  await page.getByLabel('To', { exact: true }).selectOption({ label: '\u2003Border' });
  await page.getByLabel('Reason').fill('Joint operation');
  await page.getByRole('button', { name: 'Record the change' }).click();
  await expect(page.getByText('Lent · Border')).toBeVisible();
  await page.getByLabel('What happened').selectOption('return');
  await page.getByLabel('On', { exact: true }).fill('2019-07-01');
  await page.getByLabel('Reason').fill('Over');
  await page.getByRole('button', { name: 'Record the change' }).click();
  await expect(page.getByText('This is before the present holder got it').first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(item);
  await expect(page.getByRole('main')).toContainText('Thermal camera');

  // On A4 nothing is cut off, and the filters stay away.
  await page.goto(path);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 673, height: 950 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await expect(page.getByRole('button', { name: 'Apply filters' })).toBeHidden();

  const donor = await anotherPage(browser);
  await signIn(donor, world.emails.donor, path);
  await expect(donor.getByRole('main')).toContainText('Handed over');
  await expect(donor.getByRole('main')).not.toContainText(/E2E-|Unit|Border/);
  await expectAccessible(donor);
});
