import { expect, expectAccessible, signIn, test } from './world';

test('staff see what should have begun, plan it for another day with a reason, and give their calendar a secret address', async ({ page, world }) => {
  await signIn(page, world.emails.staff, `/projects/${world.slug}/workplan?month=2019-06`);
  const main = page.getByRole('main');
  await expect(main.getByRole('table', { name: /Calendar of/ })).toContainText('Planned training');
  await expect(main.getByRole('region', { name: 'Overdue to start' })).toContainText(world.planned.reference);
  await expectAccessible(page);
  await main.getByRole('region', { name: 'Overdue to start' }).getByRole('link', { name: /^Reschedule/ }).click();
  await expect(main.getByRole('heading', { name: `Reschedule ${world.planned.reference}` })).toBeVisible();
  await expectAccessible(page);
  await main.getByLabel('Planned start').fill('2019-06-18');
  await main.getByLabel(/Planned end/).fill('2019-06-17');
  await main.getByLabel('Reason').fill('The trainer fell ill');
  await main.getByRole('button', { name: 'Reschedule' }).click();
  await expect(page.getByText(/before the start|earlier than/i).first()).toBeVisible();
  await main.getByLabel(/Planned end/).fill('2019-06-19');
  await main.getByRole('button', { name: 'Reschedule' }).click();
  await expect(page).toHaveURL(/workplan\?month=2019-06/);
  await expect(main.getByRole('table', { name: 'Planned in Jun 2019' }).getByRole('row').filter({ hasText: world.planned.reference })).toContainText('19 Jun 2019');
  await main.getByRole('link', { name: 'Next month' }).click();
  await expect(page).toHaveURL(/month=2019-07/);
  await expect(main.getByRole('button', { name: /^Copy the address/ })).toBeVisible();
  const feed = await page.request.get(`/workplan-feed/${world.tokens.feed}`);
  expect(await feed.text()).toContain('DTSTART;VALUE=DATE:20190618');
  await main.getByRole('button', { name: 'Revoke the address' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke the address' }).click();
  await expect(main.getByRole('button', { name: 'Make the address' })).toBeVisible();
  expect((await page.request.get(`/workplan-feed/${world.tokens.feed}`)).status()).toBe(404);
});

test('a donor sees towns on the map and in the table, no venue', async ({ page, world }) => {
  await signIn(page, world.emails.donor, `/projects/${world.slug}/places`);
  const main = page.getByRole('main');
  await expect(main.getByRole('table', { name: 'Places' })).toContainText('Bar');
  await expectAccessible(page);
});
