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
  const row = main.getByRole('table', { name: 'Planned in Jun 2019' }).getByRole('row').filter({ hasText: world.planned.reference });
  await expect(row).toContainText('19 Jun 2019');
  // By keyboard too it can be taken back: the next Tab stop is Undo.
  await expect(main.getByRole('status').filter({ hasText: `${world.planned.reference} is planned for 18 Jun 2019` })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Tab');
  await expect(main.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(main.getByRole('status').filter({ hasText: 'Planned for 4 Jun 2019 again' })).toBeVisible();
  await expect(row).toContainText('4 Jun 2019');
  await page.reload();
  await expect(main.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await row.getByRole('link', { name: /^Reschedule/ }).click();
  await main.getByLabel('Planned start').fill('2019-06-18');
  await main.getByLabel(/Planned end/).fill('2019-06-19');
  await main.getByLabel('Reason').fill('The trainer fell ill after all');
  await main.getByRole('button', { name: 'Reschedule' }).click();
  await expect(row).toContainText('19 Jun 2019');
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

test('an activity is dragged to another day in the calendar and on the timeline; the reason is asked first, and it can be taken back', async ({ page, world }) => {
  await signIn(page, world.emails.staff, `/projects/${world.slug}/workplan?month=2019-06`);
  const main = page.getByRole('main');
  const row = main.getByRole('table', { name: 'Planned in Jun 2019' }).getByRole('row').filter({ hasText: world.planned.reference });
  const drop = async (onto: () => Promise<{ x: number; y: number }>, within = main.locator('[data-day]').filter({ hasText: world.planned.reference })) => {
    const bar = within.locator('[data-move]').first();
    await bar.scrollIntoViewIfNeeded();
    const from = await bar.boundingBox();
    const to = await onto();
    await page.mouse.move((from?.x ?? 0) + 3, (from?.y ?? 0) + (from?.height ?? 0) / 2);
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 8 });
    await page.mouse.up();
  };
  const dialog = page.getByRole('dialog', { name: `Reschedule ${world.planned.reference}` });
  const day = (date: string) => async () => {
    const box = await main.locator(`[data-day="${date}"]`).boundingBox();
    return { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 50 };
  };
  await expect(row).toContainText('4 Jun 2019');
  await expect(async () => {
    await drop(day('2019-06-13'));
    await expect(dialog.getByLabel('Planned start')).toHaveValue('2019-06-13', { timeout: 3000 });
  }).toPass();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).last().click();
  await expect(row).toContainText('4 Jun 2019');
  await drop(day('2019-06-13'));
  await dialog.getByRole('button', { name: 'Reschedule' }).click();
  await expect(dialog.getByText(/Enter|required|Fill/i).first()).toBeVisible(); // no reason, no move
  await dialog.getByLabel('Reason').fill('The hall is taken');
  await dialog.getByRole('button', { name: 'Reschedule' }).click();
  await expect(main.getByRole('status').filter({ hasText: `${world.planned.reference} is planned for 13 Jun 2019` })).toBeVisible();
  await expect(row).toContainText('13 Jun 2019');
  await page.keyboard.press('Tab'); // the message has the focus
  await expect(main.getByRole('button', { name: 'Undo' })).toBeFocused();
  await main.getByRole('button', { name: 'Undo' }).click();
  await expect(main.getByRole('status').filter({ hasText: 'Planned for 4 Jun 2019 again' })).toBeVisible();
  await expect(row).toContainText('4 Jun 2019');

  await main.getByRole('link', { name: 'Timeline' }).click();
  const table = main.getByRole('table', { name: 'Timeline, Mar 2019 – Aug 2019' });
  const line = table.getByRole('row').filter({ hasText: world.planned.reference });
  await expect(line).toContainText('4 Jun 2019');
  await expectAccessible(page);
  await drop(async () => {
    const box = await line.locator('[data-timeline]').boundingBox();
    return { x: (box?.x ?? 0) + ((box?.width ?? 0) * 2.5) / 6, y: (box?.y ?? 0) + 20 };
  }, line);
  await expect(dialog.getByLabel('Planned start')).toHaveValue(/^2019-05-1\d$/);
  await dialog.getByLabel('Reason').fill('Before the summer');
  await dialog.getByRole('button', { name: 'Reschedule' }).click();
  await expect(table.getByRole('row').filter({ hasText: world.planned.reference })).toContainText('May 2019');
});

test('on a phone neither the calendar, the timeline nor the table of places scrolls sideways', async ({ page, world }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, world.emails.staff, `/projects/${world.slug}/workplan?month=2019-06`);
  const wider = () => page.getByRole('main').locator('table').evaluateAll((tables) => (tables as HTMLTableElement[]).filter((table) => table.offsetParent !== null && table.scrollWidth > (table.parentElement?.clientWidth ?? 0) + 1).map((table) => table.caption?.textContent));
  for (const path of ['workplan?month=2019-06', 'workplan?month=2019-06&view=timeline', 'places']) {
    await page.goto(`/projects/${world.slug}/${path}`);
    await expect(page.getByRole('main').locator('table').first()).toBeVisible();
    expect(await wider(), path).toEqual([]);
    await expectAccessible(page);
  }
});

test('a donor sees towns on the map and in the table, no venue', async ({ page, world }) => {
  await signIn(page, world.emails.donor, `/projects/${world.slug}/places`);
  const main = page.getByRole('main');
  await expect(main.getByRole('table', { name: 'Places' })).toContainText('Bar');
  await expectAccessible(page);
});

test.describe('a plan of many activities', () => {
  test.use({ longPlan: true });
  test('keeps to what one looks through: the timeline by month and page, a full day in the calendar, what is overdue folded', async ({ page, world }) => {
    await signIn(page, world.emails.staff, `/projects/${world.slug}/workplan?month=2019-06&view=timeline`);
    const main = page.getByRole('main');
    const table = main.getByRole('table', { name: 'Timeline, Mar 2019 – Aug 2019' });
    const months = main.getByRole('navigation', { name: 'Months of the timeline' });
    const rows = table.locator('tbody').getByRole('row');
    await expect(months.getByRole('link', { name: /^Jun 2019/ })).toHaveAttribute('aria-current', 'true');
    await expect(table).toContainText('Planned training');
    const inJune = await rows.count();
    await expectAccessible(page);
    await months.getByRole('link', { name: /^May 2019/ }).click();
    await expect(page).toHaveURL(/part=2019-05/);
    await expect(table).not.toContainText('Planned training');
    expect(inJune + (await rows.count())).toBeGreaterThanOrEqual(100);
    // A row of another month leads to its page and back, as any does.
    await rows.first().getByRole('link', { name: /^Reschedule/ }).first().click();
    await expect(main.getByRole('heading', { level: 1, name: /^Reschedule TR-9/ })).toBeVisible();

    await page.goto(`/projects/${world.slug}/workplan?month=2019-06`);
    await main.locator('[data-day="2019-06-20"]').getByRole('link', { name: /more, 20 Jun 2019$/ }).click();
    await expect(page).toHaveURL(/view=timeline/);
    const overdue = main.getByRole('region', { name: 'Overdue to start' });
    await expect(overdue.getByRole('listitem').filter({ visible: true })).toHaveCount(10);
    await overdue.getByText(/^\d+ more$/).click();
    await expect(overdue.getByRole('listitem').filter({ visible: true })).toHaveCount(100);
    // More than that go page by page, so that none is out of reach.
    await expect(overdue.getByText('100 of 121')).toBeVisible();
    await expectAccessible(page);
    await overdue.getByRole('link', { name: 'Next' }).click();
    await expect(overdue.getByText('21 of 121')).toBeVisible();
    await overdue.getByRole('link', { name: 'Previous' }).click();
    await expect(overdue.getByText('100 of 121')).toBeVisible();
    // Clashes are looked for from today, or from a later day.
    const clashes = main.getByRole('region', { name: 'Clashes' });
    await page.goto(`/projects/${world.slug}/workplan?month=2019-06&from=2150-01-01`);
    await expect(clashes).toContainText('From 1 Jan 2150.');
    await expectAccessible(page);
    await clashes.getByRole('link', { name: 'From today' }).click();
    await expect(clashes).not.toContainText('From 1 Jan 2150.');
  });
});
