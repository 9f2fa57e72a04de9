import { expect, expectAccessible, signIn, test } from './world';

const base = (slug: string) => `/projects/${slug}/people`;

test('a manager finds a duplicate, merges it, and takes the merge back', async ({ page, world }) => {
  test.setTimeout(120_000);
  await signIn(page, world.emails.manager, `${base(world.slug)}/new`);
  for (const [given, family] of [['Đorđe', 'Šćepanović'], ['Djordje', 'Scepanovic']] as const) {
    await page.goto(`${base(world.slug)}/new`);
    await page.getByLabel('Given name').fill(given);
    await page.getByLabel('Family name').fill(family);
    await page.getByLabel('Sex').selectOption('male');
    await page.getByLabel('Birth year').fill('1980');
    await page.getByRole('combobox', { name: 'Institution' }).selectOption({ label: '\u2003Unit' });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  }
  await page.goto(`${base(world.slug)}/duplicates`);
  const pair = page.getByRole('listitem').filter({ hasText: 'Šćepanović' }).filter({ hasText: 'Scepanovic' }).filter({ has: page.getByRole('link', { name: 'Compare and merge' }) });
  await expect(pair).toContainText('Same name, other spelling');
  await expectAccessible(page);
  await pair.getByRole('link', { name: 'Compare and merge' }).click();
  await page.waitForURL(/\/duplicates\/merge\?/);
  await expect(page.getByRole('main')).toContainText('They never stood in the same activity');
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Given name: Đorđe' }).check();
  await page.getByRole('radio', { name: 'Family name: Šćepanović' }).check();
  await page.getByRole('button', { name: 'Merge the records' }).click();
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Đorđe Šćepanović');
  await expectAccessible(page);
  await page.goto(`${base(world.slug)}/duplicates`);
  await expect(page.getByRole('link', { name: 'Compare and merge' }).filter({ hasText: 'Scepanovic' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toBeVisible();
  await expect(pair).toBeVisible();
  await pair.getByRole('button', { name: 'Not a duplicate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Not a duplicate' }).click();
  await expect(pair).toHaveCount(0);
});

test('posts are kept over time: a second present one is refused, an ended one makes room', async ({ page, world }) => {
  test.setTimeout(90_000);
  await signIn(page, world.emails.staff, `${base(world.slug)}/${world.ids.person}`);
  await page.getByRole('link', { name: 'Add a post' }).click();
  await page.getByRole('combobox', { name: 'Institution' }).selectOption({ label: 'Prosecutor' });
  await page.getByLabel('From').fill('2020-01-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').getByText('Another post has no end yet').first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${base(world.slug)}/${world.ids.person}`);
  await page.getByRole('link', { name: /^Edit ?: Unit/ }).click();
  await page.getByRole('textbox', { name: /^To/ }).or(page.getByLabel(/^To/)).first().fill('2019-12-31');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/people\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('main')).toContainText('Until 31 Dec 2019');
  await page.goto(`${base(world.slug)}/capacity`);
  await expectAccessible(page);
});

test('a person asks for their data and for their identity to go', async ({ page, world }) => {
  test.setTimeout(90_000);
  await signIn(page, world.emails.manager, `${base(world.slug)}/${world.ids.second}`);
  await page.getByRole('link', { name: 'Export this person’s data' }).click();
  await page.getByLabel('Reason').fill('Letter of 12 Nov, identity checked');
  await page.getByRole('button', { name: 'Show the data' }).click();
  await expect(page.getByRole('heading', { name: 'Activities' })).toBeVisible();
  await expectAccessible(page);
  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as JSON' }).click();
  expect((await file).suggestedFilename()).toMatch(/^person-[0-9a-f]{12}\.json$/);
  await page.goto(`${base(world.slug)}/${world.ids.second}`);
  await page.getByRole('button', { name: 'Anonymise now' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('Asked for by the person');
  await dialog.getByRole('button', { name: 'Anonymise now' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anonymised person');
  await expectAccessible(page);
});
