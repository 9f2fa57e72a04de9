import { expect, expectAccessible, signIn, test } from './world';

test('an administrator filters, sorts, compares and exports the portfolio', async ({ page, world }) => {
  await signIn(page, world.emails.admin, '/projects');
  const main = page.getByRole('main');
  await expect(main.getByText('People trained (unique)')).toBeVisible();
  await expectAccessible(page);
  await main.getByLabel('Sort by').selectOption('risk');
  await main.getByRole('button', { name: 'Apply filters' }).click();
  await expect(page).toHaveURL(/sort=risk/);
  await main.getByLabel('Name or id').fill(world.slug);
  await main.getByRole('button', { name: 'Apply filters' }).click();
  await expect(main.getByRole('row')).toHaveCount(2);
  await main.locator('summary', { hasText: 'Export' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), main.getByRole('link', { name: 'CSV' }).click()]);
  expect(file.suggestedFilename()).toBe('projects.csv');
  await page.goto('/projects');
  await main.getByRole('checkbox').nth(0).check();
  await main.getByRole('checkbox').nth(1).check();
  await main.getByRole('button', { name: 'Compare the chosen projects' }).click();
  await expect(main.getByRole('heading', { name: 'Compare projects' })).toBeVisible();
  await expect(main.getByRole('columnheader')).toHaveCount(3);
  await expectAccessible(page);
});

test('a manager marks a deadline of the Fund as met', async ({ page, world }) => {
  await signIn(page, world.emails.manager, `/projects/${world.slug}/deadlines`);
  const line = page.getByRole('row').filter({ hasText: 'Work plan' });
  await expect(line).toContainText('Overdue');
  await line.getByRole('button', { name: /^Met/ }).click();
  await expect(line).toContainText('Met');
  await expect(line.getByRole('button', { name: /^Open again/ })).toBeVisible();
  await expectAccessible(page);
});
