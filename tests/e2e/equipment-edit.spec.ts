import { readFileSync } from 'node:fs';
import { readLimits } from '@/lib/exchange/table';
import { parseXlsx } from '@/lib/exchange/xlsx/parse.mjs';
import { anotherPage, expect, expectAccessible, signIn, test } from './world';

test('whoever saves an item second sees what the first changed and keeps what they typed; a value that nobody recorded is never 0', async ({ page, browser, world }) => {
  test.setTimeout(120_000);
  const path = `/projects/${world.slug}/equipment`;
  await signIn(page, world.emails.staff, `${path}/new`);
  await page.getByLabel('Description').fill('Night camera');
  await page.getByLabel('Category').selectOption('optical');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/equipment\/[0-9a-f-]{36}$/);
  const item = page.url();
  await expect(page.getByRole('main')).toContainText('value not recorded');
  await page.goto(`${path}?q=night`);
  await expect(page.getByRole('row', { name: /Night camera/ })).toContainText('value not recorded');
  await expect(page.getByRole('table', { name: 'Pieces by status' })).toContainText('value not recorded');

  const other = await anotherPage(browser);
  await signIn(other, world.emails.manager, new URL(`${item}/edit`).pathname);
  await page.goto(`${item}/edit`);
  await other.getByLabel('Supplier').fill('First shop');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.waitForURL(item);
  await page.getByLabel('Make').fill('Mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Somebody else saved this record first' });
  await expect(panel).toContainText('First shop');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Apply these choices' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(item);
  await expect(page.getByRole('main')).toContainText('First shop');
  await expect(page.getByRole('main')).toContainText('Mine');
});

test('a serial number that is taken leads to the item that has it, in the form and in the preview; what a list could not bring comes back as a file', async ({ page, world }) => {
  test.setTimeout(120_000);
  const path = `/projects/${world.slug}/equipment`;
  const serial = `SN-${world.slug}`;
  await signIn(page, world.emails.staff, `${path}/new`);
  const fill = async (description: string) => {
    await page.getByLabel('Description').fill(description);
    await page.getByLabel('Category').selectOption('it');
    await page.getByLabel('Make').fill('Acme');
    await page.getByLabel('Serial number').fill(serial);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
  };
  await fill('First scanner');
  await page.waitForURL(/\/equipment\/[0-9a-f-]{36}$/);
  const item = page.url();
  await page.goto(`${path}/new`);
  await fill('Second scanner');
  const summary = page.getByRole('alert').filter({ hasText: 'already registered as item' });
  await expectAccessible(page);
  const [opened] = await Promise.all([page.waitForEvent('popup'), summary.getByRole('link', { name: /^Open / }).click()]);
  await opened.waitForURL(item);

  await page.goto(`${path}/${world.ids.item}`);
  const tag = /[\w.]+-\d{4}/.exec(await page.getByRole('main').innerText())?.[0] ?? '';
  const list = { name: 'items.csv', mimeType: 'text/csv', buffer: Buffer.from(`Asset tag;Description;Category;Make;Serial number\r\n;Tripod;IT;;\r\nPX-none;Ghost;IT;;\r\n${tag};Copy;IT;Acme;${serial}`) };
  await page.goto(`${path}/import`);
  await page.getByLabel('List as an Excel or CSV file').last().setInputFiles(list);
  await page.waitForURL(/\/equipment\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('link', { name: /^Open .*-\d{4}$/ })).toHaveAttribute('href', /^\/i\//);
  await expectAccessible(page);
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Lines not taken' }).click()]);
  const rows = (await parseXlsx(new Uint8Array(readFileSync(await file.path())), readLimits)).map((row) => row.cells);
  expect(rows[0]?.at(-1)).toBe('Reason');
  expect(rows.slice(1).map((cells) => cells[1])).toEqual(['Ghost', 'Copy']);
  await page.getByRole('button', { name: /^Save/ }).click();
  await expect(page.getByRole('main')).toContainText('1 item added');

  await page.goto(`${path}/import`);
  await expect(page.getByRole('listitem').filter({ hasText: 'items.csv' })).toContainText('1 added');
  await page.getByLabel('List as an Excel or CSV file').last().setInputFiles(list);
  await page.waitForURL(/\/equipment\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByRole('main')).toContainText('This very file was imported before');
  await expect(page.getByRole('main')).toContainText('There is nothing to add');

  // What the register found comes into a hand-over at once.
  await page.goto(`/projects/${world.slug}/activities/equipment/new`);
  await page.getByLabel('Title').fill('All of it');
  await page.getByLabel('From the register').press('ArrowDown');
  await page.getByRole('option', { name: 'Add all 2 found' }).click();
  await expect(page.getByText('2 items added from the register')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/activities\/EQ-\d+$/);
  for (const item of ['First scanner', 'Tripod']) await expect(page.getByRole('main')).toContainText(item);
});

test('whoever saves a budget line second sees what the first changed, field by field, and loses nothing typed', async ({ page, browser, world }) => {
  test.setTimeout(120_000);
  const path = `/projects/${world.slug}/equipment/budget`;
  await signIn(page, world.emails.manager, `${path}/new`);
  await page.getByLabel('Code').fill('E.7');
  await page.getByLabel('Description').fill('Night cameras');
  await page.getByLabel('Approved amount').fill('5000');
  await page.getByLabel('Currency').selectOption('USD');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(path);
  await page.getByRole('link', { name: 'Night cameras' }).click();
  await page.waitForURL(/\/budget\/[0-9a-f-]{36}$/);
  const line = page.url();
  const other = await anotherPage(browser);
  await signIn(other, world.emails.reviewer, new URL(line).pathname);
  await other.getByLabel('Approved amount').fill('6500');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.waitForURL(path);
  await page.getByLabel(/^Reason for a difference/).fill('The offer was higher');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Somebody else saved this record first' });
  await expect(panel).toContainText('6500');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Apply these choices' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(path);
  const row = page.getByRole('row', { name: /Night cameras/ });
  await expect(row).toContainText('6,500');
  await expect(row).toContainText('The offer was higher');
});
