import { expect, expectAccessible, signIn, test } from './world';

test('a manager builds the matrix where it stands: adds, edits, reorders, removes; what is wrong keeps what was typed', async ({ page, world }) => {
  test.setTimeout(120_000);
  const path = `/projects/${world.slug}/results`;
  await signIn(page, world.emails.manager, path);
  await page.getByRole('link', { name: 'Edit the matrix' }).click();
  const goal = page.getByRole('form', { name: 'Add the objective' });
  await goal.getByLabel('Assumptions').fill('Units stay');
  await goal.getByRole('button', { name: 'Save' }).click();
  await expect(goal.getByLabel('Statement')).toHaveAttribute('aria-invalid', 'true');
  await expect(goal.getByLabel('Assumptions')).toHaveValue('Units stay');
  await expectAccessible(page);
  await goal.getByLabel('Statement').fill('Better identification');
  await goal.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Better identification' })).toBeVisible();
  for (const statement of ['First outcome', 'Second outcome']) {
    await page.getByRole('link', { name: 'Add an outcome: 0' }).click();
    const form = page.getByRole('form', { name: 'Add an outcome' });
    await form.getByLabel('Statement').fill(statement);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name: statement })).toBeVisible();
  }
  await page.getByRole('button', { name: /^Up ?: 2$/ }).click();
  await expect(page.getByRole('region', { name: 'Second outcome' })).toContainText('Outcome 1');
  await page.getByRole('region', { name: 'Second outcome' }).getByRole('link', { name: 'Edit: 1' }).click();
  const edit = page.getByRole('form', { name: 'Outcome' });
  await edit.getByLabel('Statement').fill('Leading outcome');
  await expectAccessible(page);
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Leading outcome' })).toBeVisible();
  await page.getByRole('region', { name: 'First outcome' }).getByRole('button', { name: /^Remove ?: 2$/ }).click();
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'First outcome' })).toHaveCount(0);
  // What has records does not go by itself.
  await page.getByRole('region', { name: /^Output/ }).getByRole('button', { name: /^Remove ?: \d/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('still holds');
});

test('staff and donor read the matrix and cannot edit it; in Montenegrin it is accessible on a phone too', async ({ page, world, baseURL }) => {
  const path = `/projects/${world.slug}/results`;
  await signIn(page, world.emails.staff, `${path}?edit=on`);
  await expect(page.getByRole('main').getByRole('link', { name: /^Edit/ })).toHaveCount(0);
  await page.context().clearCookies();
  await signIn(page, world.emails.donor, `${path}?edit=on`);
  await expect(page.getByRole('main').getByRole('link', { name: /^Edit/ })).toHaveCount(0);
  await page.context().clearCookies();
  await signIn(page, world.emails.manager, `${path}?edit=on`);
  await page.context().addCookies([{ name: 'language', value: 'cnr', url: baseURL }, { name: 'theme', value: 'dark', url: baseURL }]);
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(`${path}?edit=on`);
  await expect(page.getByRole('form', { name: 'Dodaj cilj' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});

test('a reference sheet is filled in, refused by field, changed with a reason, and its history stands on its page', async ({ page, world }) => {
  test.setTimeout(120_000);
  const path = `/projects/${world.slug}/results`;
  await signIn(page, world.emails.manager, path);
  await page.getByRole('link', { name: 'Edit the matrix' }).click();
  await page.waitForURL(/edit=on/);
  await page.getByRole('link', { name: /^Add an indicator/ }).first().click();
  await page.waitForURL(/indicator=/);
  const sheet = page.getByRole('form', { name: 'New indicator' });
  await sheet.getByLabel('Statement').fill('Radios handed over');
  await sheet.getByLabel('Measure', { exact: true }).selectOption('equipment.handedOver');
  await expect(sheet.getByRole('combobox', { name: /^Topic/ })).toHaveCount(0); // a hand-over has none
  await sheet.getByRole('textbox', { name: 'Unit' }).fill('items');
  await sheet.getByRole('textbox', { name: /^Baseline/ }).fill('0');
  await sheet.getByRole('textbox', { name: /^Target/ }).fill('10');
  await sheet.getByLabel('2019-2').fill('12');
  await expect(sheet.getByRole('status').filter({ hasText: '1 period has no milestone yet' })).toBeVisible();
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet.getByRole('combobox', { name: 'Direction' })).toHaveAttribute('aria-invalid', 'true'); // a target says nothing without it
  await expect(sheet.getByRole('textbox', { name: /^Target/ })).toHaveValue('10');
  await expectAccessible(page);
  await sheet.getByRole('combobox', { name: 'Direction' }).selectOption('increase');
  await expect(sheet.getByRole('status').filter({ hasText: 'A milestone goes beyond the target' })).toBeVisible();
  await expectAccessible(page);
  await sheet.getByRole('button', { name: 'Save' }).click();
  const line = page.getByRole('row', { name: /Radios handed over/ });
  await expect(line).toContainText('A milestone goes beyond the target');
  await expect(line).toContainText('1 period has no milestone yet'); // and further periods are still to come: that the last is not the target is no mistake yet
  await expect(line).not.toContainText('is not the target');

  await page.getByRole('row', { name: /Trained/ }).getByRole('link', { name: /^Edit/ }).click();
  const other = page.getByRole('form', { name: 'Reference sheet' });
  await other.getByRole('textbox', { name: /^Target/ }).fill('9');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByRole('alert').first()).toContainText('This indicator has figures');
  await expect(other.getByRole('textbox', { name: /^Target/ })).toHaveValue('9');
  await other.getByRole('combobox', { name: /^Reason/ }).selectOption('agreed_with_donor');
  await other.getByLabel('In words').fill('More crossings take part');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other).toHaveCount(0);
  await page.getByRole('row', { name: /Trained/ }).getByRole('link', { name: /Trained/ }).click();
  const history = page.getByRole('region', { name: 'Changes of the plan' });
  await expect(history).toContainText('Agreed with the donor: More crossings take part');
  await expectAccessible(page);
});

test('an output that a filter names goes when another takes the filter over, with a reason; the indicator says from where to where it moved', async ({ page, world }) => {
  test.setTimeout(120_000);
  const path = `/projects/${world.slug}/results`;
  await signIn(page, world.emails.manager, `${path}/import`);
  const main = page.getByRole('main');
  await main.locator('input[type=file]').setInputFiles({ name: 'matrix.csv', mimeType: 'text/csv', buffer: Buffer.from('Level,Statement\nObjective,Aim\nOutcome,Effect\nOutput,Heir') });
  await main.getByRole('button', { name: /^Add/ }).click();
  await expect(main.getByText('The list was saved', { exact: true })).toBeVisible();
  await page.goto(`${path}?edit=on`);
  await page.getByRole('row', { name: /Trained/ }).getByRole('link', { name: /^Edit/ }).click();
  const sheet = page.getByRole('form', { name: 'Reference sheet' });
  const only = sheet.getByRole('combobox', { name: /^Output/ });
  await only.selectOption((await only.locator('option', { hasText: 'Output' }).first().getAttribute('value')) ?? '');
  await sheet.getByRole('combobox', { name: /^Reason/ }).selectOption('scope');
  await sheet.getByLabel('In words').fill('Only this output');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await expect(sheet).toHaveCount(0);

  await page.getByRole('region', { name: 'Output', exact: true }).getByRole('button', { name: /^Remove ?: \d+\.\d+$/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^Indicator \S+ counts this output only/)).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('combobox', { name: /^Takes over/ }).selectOption({ label: '1.1 Heir' });
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(dialog.getByRole('combobox', { name: /^Reason/ })).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await dialog.getByRole('combobox', { name: /^Reason/ }).selectOption('scope');
  await dialog.getByLabel('In words').fill('Both outputs are one now');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole('row', { name: /Trained/ }).getByRole('link', { name: /Trained/ }).click();
  const history = page.getByRole('region', { name: 'Changes of the plan' });
  await expect(history).toContainText('Both outputs are one now');
  await expect(history).toContainText(/Measures the result: \S+ Output → 1\.1 Heir/);
  await expect(history).toContainText(/One output: \S+ Output → One output: 1\.1 Heir/);
  await expect(history).toContainText(/Code: \S+ → 1\.1\.a/);
  await expect(page.getByRole('region', { name: 'Reference sheet' })).toContainText('One output: 1.1 Heir');
  await expectAccessible(page);
});
