import { anotherPage, expect, expectAccessible, signIn, test } from './world';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

test('staff log a training from a paper list and hand it in; another manager approves; the figure moves', async ({ page, browser, world }) => {
  test.setTimeout(90_000);
  const base = `/projects/${world.slug}`;
  await signIn(page, world.emails.staff, `${base}/activities/training/new`);
  await expectAccessible(page);
  await page.getByLabel('Title').fill('Screening at the crossing');
  await page.getByRole('checkbox', { name: /1\.1/ }).check();
  await page.getByLabel('Actual start').fill('2019-05-06');
  await page.getByLabel('Actual end').fill('2019-05-07');
  await page.getByLabel('Place', { exact: true }).fill('Bar');
  await page.getByRole('button', { name: 'Add a session' }).click();
  await page.getByRole('button', { name: 'Add a session' }).click();
  await expect(page.getByLabel('Date', { exact: true }).nth(1)).toHaveValue('2019-05-07');

  const find = page.getByRole('combobox', { name: 'Add a person' });
  await find.fill('Mila Novak');
  await page.getByRole('option', { name: /Add .*Mila Novak/ }).click();
  // The line is made and the cursor stands at the sex: the rest is typed.
  await page.keyboard.type('f');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('border');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('40,5');
  await page.keyboard.press('Tab');
  await page.keyboard.type('70');
  await page.keyboard.press('Tab');
  await find.fill('Tara Trener');
  await page.getByRole('option', { name: /Add .*Tara Trener/ }).click();
  for (const typed of ['f', '', 'border', '', 'trainer']) {
    if (typed) await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
  }
  await expect(page.getByText(/^Saved /)).toBeVisible({ timeout: 15_000 });

  await page.getByLabel('Choose files').setInputFiles({ name: 'list.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(page.getByRole('link', { name: 'list.pdf' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Save and submit for review' }).click();
  await expect(page.getByRole('alert').getByText('Attach the agenda, or waive it with a reason.')).toBeVisible();
  await expect(page.getByLabel('Title')).toHaveValue('Screening at the crossing');
  await page.getByRole('checkbox', { name: 'It does not exist; waive it' }).first().check();
  await page.getByLabel('Why').fill('Held on the spot');
  const lacksList = page.getByRole('checkbox', { name: 'It does not exist; waive it' });
  for (let n = await lacksList.count(); n > 0; n -= 1) if (!(await lacksList.nth(n - 1).isChecked())) await lacksList.nth(n - 1).check();
  for (const reason of await page.getByLabel('Why').all()) if ((await reason.inputValue()) === '') await reason.fill('Held on the spot');
  await page.getByRole('button', { name: 'Save and submit for review' }).click();
  await page.waitForURL(/\/activities\/TR-\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Screening at the crossing');
  await expectAccessible(page);
  const reference = page.url().split('/').at(-1) ?? '';

  const other = await anotherPage(browser);
  await signIn(other, world.emails.manager, `${base}/indicators/1.1.a`);
  await expect(other.getByRole('main')).toContainText('13');
  await other.goto(`${base}/activities/${reference}`);
  await other.getByRole('button', { name: 'Approve' }).first().click();
  await expect(other.getByRole('region', { name: 'Review', exact: true })).toContainText('Approved by Manager');
  await other.goto(`${base}/indicators/1.1.a`);
  await expect(other.getByRole('main')).toContainText('14');
  await expect(other.getByRole('main').getByRole('link', { name: /Screening at the crossing/ }).first()).toBeVisible();
  await expectAccessible(other);

  // Who trained stands in the trainers' register, found by a name without its diacritics and by topic.
  await other.goto(`${base}/people`);
  await other.getByRole('link', { name: 'Trainers' }).click();
  await other.waitForURL(/\/people\/trainers$/); // the page left has a field for a name too
  await other.getByLabel('Name').fill('trener');
  await other.getByRole('button', { name: 'Apply filters' }).click();
  await expect(other.getByRole('row', { name: /Trener, Tara/ })).toContainText('1 training');
  await expect(other.getByRole('row', { name: /Trener, Tara/ }).getByRole('link', { name: reference })).toBeVisible();
  await expectAccessible(other);
  await other.getByRole('link', { name: 'Export CSV' }).waitFor();
  const exported = await other.request.get(`${base}/people/trainers/export?format=csv&q=trener`);
  expect(await exported.text()).toContain('Trener');
  await other.goto(`${base}/people/trainers?q=nobody-of-that-name`);
  await expect(other.getByRole('main')).not.toContainText('Trener, Tara');
  await expectAccessible(other);
});
