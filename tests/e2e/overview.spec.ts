import { expect, expectAccessible, signIn, test } from './world';

test('a manager compares periods, finds the holes in the data and arranges the overview for themselves', async ({ page, world }) => {
  await signIn(page, world.emails.manager, `/projects/${world.slug}`);
  const main = page.getByRole('main');
  await expect(main.getByRole('heading', { name: 'Since your last visit' })).toBeVisible();
  // What the Fund expects stands with what needs attention, the longest overdue first, and leads to all of it.
  const todo = main.getByRole('region', { name: 'Needs attention' });
  await expect(todo.getByRole('heading', { name: 'Deadlines' })).toBeVisible();
  await expect(todo.getByText(/^Due 1 Feb 2019 · [\d,]+ days overdue$/).first()).toBeVisible();
  await expectAccessible(page);
  await todo.getByRole('link', { name: /more deadlines$/ }).click();
  await expect(main.getByRole('table', { name: 'Deadlines of the Fund' })).toContainText('1 Feb 2019');
  await page.goBack();
  await main.getByLabel('Period', { exact: true }).selectOption(world.periods.first);
  await main.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`period=${world.periods.first}`));
  await expect(main.getByRole('table', { name: 'Period by period' })).toContainText('People trained');
  await expectAccessible(page);
  await main.getByRole('link', { name: /training held has no scores|trainings held have no scores/ }).click();
  await expect(page).toHaveURL(/lacks=scores/);
  await expect(main.getByRole('table')).toContainText('TR-');
  await page.goto(`/projects/${world.slug}/arrange`);
  await expectAccessible(page);
  await main.getByRole('button', { name: /^Hide ?: Activities by month/ }).click();
  await expect(main.getByRole('button', { name: /^Show ?: Activities by month/ })).toBeVisible();
  await main.getByRole('button', { name: /^Up ?: Needs attention/ }).click();
  await expect(main.getByRole('row').nth(1)).toContainText('Needs attention');
  await main.getByRole('link', { name: 'Back to the overview' }).click();
  await expect(main.getByText('1 card is hidden')).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Activities by month' })).toHaveCount(0);
});

test('another project is one menu away, on a phone too, and links are followed without loading the page anew', async ({ page, world }) => {
  await signIn(page, world.emails.manager, `/projects/${world.slug}`);
  await page.evaluate(() => Object.assign(window, { stillHere: true }));
  await page.getByRole('banner').locator('summary').filter({ hasText: 'Switch project' }).click();
  await expect(page.getByRole('banner').getByRole('link', { name: new RegExp(world.slug, 'i') })).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Results' }).click();
  await expect(page).toHaveURL(/\/results$/);
  await page.setViewportSize({ width: 390, height: 800 });
  await expect(page.getByRole('navigation', { name: 'Project' })).toBeHidden();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await expectAccessible(page);
  await page.getByRole('navigation', { name: 'Project' }).getByRole('link', { name: 'Indicators' }).click();
  await expect(page).toHaveURL(/\/indicators$/);
  await expect(page.getByRole('navigation', { name: 'Project' })).toBeHidden();
  expect(await page.evaluate(() => 'stillHere' in window), 'the page was never loaded anew').toBe(true);
});

test('what is approved stands on the overview at once, also for who looked a moment before', async ({ page, world }) => {
  await signIn(page, world.emails.manager, `/projects/${world.slug}`);
  const main = page.getByRole('main');
  const [trained, todo] = [main.getByRole('region', { name: 'People trained' }), main.getByRole('region', { name: 'Needs attention' })];
  await page.reload();
  const [before, waiting] = [(await trained.textContent()) ?? '', (await todo.textContent()) ?? ''];
  await page.reload();
  await expect(trained, 'nothing changed').toHaveText(before);
  await page.goto(`/projects/${world.slug}/activities/${world.submitted.reference}`);
  await main.getByRole('button', { name: 'Approve' }).first().click();
  await expect(main.getByRole('region', { name: 'Review', exact: true })).toContainText('Approved by Manager');
  await page.goto(`/projects/${world.slug}`);
  await expect(trained).not.toHaveText(before);
  await expect(todo).not.toHaveText(waiting);
});

test('budget, cooperation, retained capacity and the trend stand on the overview, and each opens what it adds up from', async ({ page, world }) => {
  await signIn(page, world.emails.manager, `/projects/${world.slug}`);
  const main = page.getByRole('main');
  for (const name of ['Trend by outcome', 'Budget and cost', 'Cooperation', 'Retained capacity']) await expect(main.getByRole('heading', { name, exact: true })).toBeVisible();
  await expect(main.getByText(/^\d+ of \d+ tested, \d+ present$/), 'a share says what it is a share of').toBeVisible();
  await expectAccessible(page);
  await main.getByRole('table', { name: 'Cost of activities' }).getByRole('link', { name: 'Training' }).click();
  await expect(page).toHaveURL(/kind=training.*costed=1/);
  await expect(main.getByLabel('Cost', { exact: true })).toHaveValue('1');
  await page.goto(`/projects/${world.slug}`);
  await main.getByRole('link', { name: 'Participations' }).click();
  await expect(page).toHaveURL(/counted=people\.participations/);
  await expect(main.getByRole('rowheader', { name: 'Total' })).toBeVisible();
  const rows = main.getByRole('table').getByRole('row');
  const adds = await rows.locator('td:last-child').allInnerTexts();
  const total = Number(adds.pop());
  expect(adds.map(Number).reduce((sum, n) => sum + n, 0), 'the rows add up to the total under them').toBe(total);
  await expectAccessible(page);
  await page.goto(`/projects/${world.slug}/indicators`);
  await main.getByLabel('As at the end of').selectOption({ index: 1 });
  await main.getByRole('button', { name: 'Apply filters', exact: true }).click();
  await expect(page).toHaveURL(/at=/);
  await expect(main.getByText(/^As at the end of .*: what its period/)).toBeVisible();
  await expect(main.getByRole('columnheader', { name: /^Expected by \d+ \w+ 20\d\d$/ })).toBeVisible();
  await expectAccessible(page);
});

test('the figures of a day of the past say what was known then, on the overview and on an indicator', async ({ page, world }) => {
  await signIn(page, world.emails.manager, `/projects/${world.slug}`);
  const main = page.getByRole('main');
  await main.getByLabel('Figures as known on').fill('2019-02-01');
  await main.getByRole('button', { name: 'Show that day' }).click();
  await expect(page).toHaveURL(/as-of\?day=2019-02-01/);
  await expect(main.getByText('As known on 1 Feb 2019')).toBeVisible();
  await expect(main.getByRole('region', { name: 'People trained' })).toContainText('0');
  await expect(main.getByRole('columnheader', { name: 'Expected by 1 Feb 2019' })).toBeVisible();
  await expectAccessible(page);
  await main.getByRole('link', { name: /^1\.1\.a/ }).click();
  await expect(page).toHaveURL(/indicators\/1\.1\.a\?day=2019-02-01/);
  await expect(main.getByText('As known on 1 Feb 2019')).toBeVisible();
  await expectAccessible(page);
  // The number of that day is explained as of that day.
  await main.getByRole('link', { name: 'Explain this number' }).click();
  await expect(page).toHaveURL(/explain\?day=2019-02-01/);
  await expect(main.getByText('As known on 1 Feb 2019')).toBeVisible();
  await expect(main.getByRole('heading', { name: 'Whole project: 0' })).toBeVisible();
  await main.getByRole('link', { name: /^Left out/ }).click();
  await expect(main.getByRole('table', { name: 'Left out' }).getByRole('row').filter({ hasText: 'After the day that is looked at' }).first()).toContainText(world.approved.reference);
  await expectAccessible(page);
  // Another day keeps what was being looked at.
  await main.getByLabel('Figures as known on').fill('2019-02-02');
  await main.getByRole('button', { name: 'Show that day' }).click();
  await expect(page).toHaveURL(/list=out.*day=2019-02-02/);
  await expect(main.getByRole('table', { name: 'Left out' })).toBeVisible();
  await main.getByRole('link', { name: '1.1.a', exact: true }).click();
  await expect(page).toHaveURL(/indicators\/1\.1\.a\?day=2019-02-02/);
  await expect(main.getByText('Each trainee counted once per project').first(), 'the rule in one line beside the figure').toBeVisible();
  await main.getByRole('link', { name: 'Back to today' }).click();
  await expect(main.getByText(/^As known on/)).toHaveCount(0);
  await expect(main.getByRole('heading', { name: 'Records behind this figure' })).toBeVisible();
  const behind = main.getByRole('table', { name: 'Records behind this figure' });
  await expect(behind.getByRole('row').filter({ hasText: world.approved.reference }), 'each record with the period it adds to').toContainText('2019-1');
});

test('on a phone the periods of the overview, of a day and of an indicator are cards, none of which scrolls sideways', async ({ page, world }) => {
  await signIn(page, world.emails.manager, `/projects/${world.slug}`);
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['', '/as-of?day=2019-05-01', '/indicators/1.1.a', '/indicators/1.1.a?day=2019-05-01', '/indicators/1.1.a/explain?day=2019-05-01&list=out', '/indicators/1.1.b/explain?day=2019-05-01']) {
    await page.goto(`/projects/${world.slug}${path}`);
    const tables = page.locator('main .scroll-x:has(table)');
    await expect(tables.first(), path).toBeVisible();
    expect(await tables.evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.getAttribute('aria-label'))), path).toEqual([]);
    await expectAccessible(page);
  }
});
