import { expect, expectAccessible, signIn, test } from './world';

test('an administrator filters, sorts, compares and exports the portfolio', async ({ page, world }) => {
  await signIn(page, world.emails.admin, '/projects');
  const main = page.getByRole('main');
  await expect(main.getByText('People trained (unique)')).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 900 });
  expect(await main.locator('.scroll-x').evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).length), 'no column is cut').toBe(0);
  expect(await main.innerText(), 'what is said of outcomes and of indicators stands apart').not.toContain('indicatorsIndicators');
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
  await page.goto(`/projects?sort=risk`);
  // One alone cannot be compared: it says so, and the tick and the sorting stay.
  await main.getByRole('checkbox').nth(0).check();
  await main.getByRole('button', { name: 'Compare the chosen projects' }).click();
  await expect(main.getByText('Choose two to four projects in the list.'), 'beside the button, and above the list').toHaveCount(2);
  await expect(main.getByRole('checkbox').nth(0)).toBeChecked();
  await expect(main.getByLabel('Sort by').getByRole('option', { selected: true })).toHaveText('Highest risk');
  await main.getByRole('checkbox').nth(0).check();
  await main.getByRole('checkbox').nth(1).check();
  await main.getByRole('button', { name: 'Compare the chosen projects' }).click();
  await expect(main.getByRole('heading', { name: 'Compare projects' })).toBeVisible();
  await expect(main.getByRole('columnheader')).toHaveCount(3);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await main.locator('.scroll-x').evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).length), 'on a phone the projects stand below each other').toBe(0);
  await page.setViewportSize({ width: 1440, height: 900 });
  await expectAccessible(page);
  await main.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page).toHaveURL(/sort=risk/);
});

test('every figure of the portfolio opens what adds up to it: first project by project, then record by record', async ({ page, world }) => {
  await signIn(page, world.emails.manager, '/projects');
  const main = page.getByRole('main');
  await main.getByRole('link', { name: 'Participations' }).click();
  await expect(page).toHaveURL(/of=participations/);
  const table = main.getByRole('table', { name: 'Participations, project by project' });
  const numbers = async (row: number) => (await table.getByRole('row').nth(row).locator('td').allInnerTexts()).map(Number);
  expect(await numbers(2), 'one project: its line is the sum').toEqual(await numbers(1));
  const [named] = await numbers(1);
  await expectAccessible(page);
  await table.getByRole('row').nth(1).locator('td').first().getByRole('link').click();
  await expect(page).toHaveURL(/counted=people\.participations/);
  const adds = await main.getByRole('table').getByRole('row').locator('td:last-child').allInnerTexts();
  expect(Number(adds.at(-1)), 'the total under the records').toBe(named);
  await page.goto('/projects');
  await expect(main.getByRole('cell', { name: /participations?$/ }), 'unique and participations stand side by side').toBeVisible();
  await main.getByRole('link', { name: /indicators have data/ }).click();
  await expect(page).toHaveURL(/state=with_data/);
  await expectAccessible(page);
});

test('the portfolio and what its figures open keep to a phone, in Montenegrin', async ({ page, world, baseURL }) => {
  await signIn(page, world.emails.manager);
  await page.context().addCookies([{ name: 'language', value: 'cnr', url: baseURL }]);
  await page.setViewportSize({ width: 390, height: 900 });
  for (const address of ['/projects', '/projects?of=participations', '/projects?of=spending', '/projects?of=risk', `/projects/${world.slug}/deadlines`]) {
    await page.goto(address);
    await expectAccessible(page);
    expect(await page.evaluate(() => [...document.querySelectorAll('main, .scroll-x')].filter((part) => part.scrollWidth > part.clientWidth).length), `${address} scrolls sideways`).toBe(0);
  }
  await page.goto('/projects');
  await expect(page.getByRole('main').getByText(/^(Visok|Srednji|Nizak)$/)).toBeVisible();
  await expect(page.getByRole('main').getByLabel('Poredaj po').getByRole('option', { selected: true })).toHaveText('Naziv');
});

test('a manager marks a deadline of the Fund as met, and sees which reports the donor waits for', async ({ page, world }) => {
  await signIn(page, world.emails.manager, `/projects/${world.slug}/deadlines`);
  await expect(page.getByRole('table', { name: 'Reports to the donor' }).getByRole('row')).toHaveCount(3);
  const line = page.getByRole('row').filter({ hasText: 'Work plan' });
  await expect(line).toContainText('Overdue');
  await line.getByRole('button', { name: /^Met/ }).click();
  await expect(line).toContainText('Met');
  await expect(line.getByRole('button', { name: /^Open again/ })).toBeVisible();
  await expectAccessible(page);
});

test('an issued report meets the deadline of the Fund that it answers; it is not marked a second time', async ({ page, world }) => {
  await signIn(page, world.emails.manager, `/projects/${world.slug}/deadlines`);
  const line = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: /^Interim report 1 ?On/ }) });
  await expect(line).toContainText('A report was issued');
  await expect(line.getByRole('button')).toHaveCount(0);
});
