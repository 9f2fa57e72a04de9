import { expect, expectAccessible, signIn, test } from './world';

test('readings are entered by keyboard in one grid, with what they break down into, and handed in from there', async ({ page, world }) => {
  await signIn(page, world.emails.staff, `/projects/${world.slug}/indicators`);
  await page.getByRole('link', { name: 'Readings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Readings' })).toBeVisible();
  await expectAccessible(page);
  const [first, second] = [page.getByLabel('1.1.b, 2019-1', { exact: true }), page.getByLabel('1.1.b, 2019-2', { exact: true })];
  await first.fill('many');
  await page.getByRole('button', { name: 'Save drafts' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /number/i }).first()).toBeVisible();

  // A block of a spreadsheet goes into the cells to the right.
  await first.focus();
  await first.evaluate((input) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', '3\t4');
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(first).toHaveValue('3');
  await expect(second).toHaveValue('4');
  await page.getByRole('button', { name: 'Details: 1.1.b, 2019-1' }).click();
  await page.getByLabel('Source').fill('Register of the police');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save drafts' }).click();
  await expect(page.getByText('Draft').first()).toBeVisible();

  // Empty is no data: the draft of the second period goes again.
  await second.fill('');
  await page.getByRole('button', { name: 'Save and submit all' }).click();
  await expect(page.getByText('Awaiting review').first()).toBeVisible();
  await page.reload();
  await expect(second).toHaveValue('');
  await page.goto(`/projects/${world.slug}/indicators/1.1.b`);
  await expect(page.getByText('Register of the police')).toBeVisible();
});

test('the new screens of indicators and results fit a phone and are accessible in Montenegrin', async ({ browser, baseURL, world }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 900 } });
  const page = await context.newPage();
  await signIn(page, world.emails.manager);
  await context.addCookies([{ name: 'language', value: 'cnr', url: baseURL }, { name: 'theme', value: 'dark', url: baseURL }]);
  for (const screen of ['/indicators/readings', '/results?edit=on', '/results/import', `/results/import/${world.ids.matrixImport}`]) {
    expect((await page.goto(`/projects/${world.slug}${screen}`))?.status(), screen).toBe(200);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${screen} scrolls sideways`).toBeLessThanOrEqual(0);
    expect(await page.locator('.scroll-x:has(table.stack)').evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).length), `${screen}: cards that scroll sideways`).toBe(0);
    expect(await page.getByText(/\b[a-z][A-Za-z]+\.[a-z][A-Za-z]+\.[a-z][A-Za-z.]+\b/).filter({ hasNotText: /@/ }).count(), `${screen} shows message keys`).toBe(0);
  }
});

test('a file is attached to a reading, and who reviews it opens it there', async ({ page, world }) => {
  await signIn(page, world.emails.staff, `/projects/${world.slug}/indicators/1.1.b/readings/${world.periods.first}`);
  const main = page.getByRole('main');
  await main.getByLabel('Value').fill('3');
  await main.getByRole('button', { name: 'Save draft', exact: true }).click();
  await expect(page).toHaveURL(/indicators\/1\.1\.b$/);
  await main.getByText('Attach evidence').first().click();
  await main.getByLabel('Choose files').setInputFiles({ name: 'register.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') });
  await expect(main.getByRole('link', { name: 'register.png' })).toBeVisible();
  await expectAccessible(page);
  await main.getByRole('button', { name: 'Submit', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Submit', exact: true }).click();
  await expect(main.getByRole('button', { name: 'Submit', exact: true })).toHaveCount(0);
  await page.context().clearCookies();
  await signIn(page, world.emails.manager, `/projects/${world.slug}/review`);
  await expect(main.getByText('1 file of evidence')).toBeVisible();
  await main.getByRole('link', { name: 'Open 1.1.b' }).click();
  await expect(main.getByRole('link', { name: 'register.png' })).toBeVisible();
});
