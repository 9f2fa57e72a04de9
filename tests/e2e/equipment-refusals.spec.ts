import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { anotherPage, expect, expectAccessible, signIn, test } from './world';

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

test('dates before the purchase, an item handed over twice, one bought after it was handed over: refused with the reason, and what was typed stays', async ({ page, browser, world }) => {
  test.setTimeout(150_000);
  const path = `/projects/${world.slug}/equipment`;
  const record = `/projects/${world.slug}/activities/equipment/new`;
  await signIn(page, world.emails.staff, `${path}/new`);
  await page.getByLabel('Description').fill('Twice camera');
  await page.getByLabel('Category').selectOption('optical');
  await page.getByLabel('Purchased on').fill('2019-05-01');
  await page.getByLabel('Warranty until').fill('2019-04-30');
  await page.getByLabel('Delivered on').fill('2019-04-02');
  await save(page);
  await expect(page.getByRole('link', { name: /This date is before the purchase/ })).toHaveCount(2);
  await expect(page.getByLabel('Description')).toHaveValue('Twice camera');
  await expect(page.getByLabel('Delivered on')).toHaveValue('2019-04-02');
  await expectAccessible(page);
  for (const label of ['Purchased on', 'Warranty until', 'Delivered on']) await page.getByLabel(label).fill('');
  await save(page);
  await page.waitForURL(/\/equipment\/[0-9a-f-]{36}$/);

  // Two people put the same item on a hand-over of their own; the second learns in which it is.
  const pick = async (form: Page, title: string) => {
    await form.goto(record);
    await form.getByLabel('Title').fill(title);
    await form.getByLabel('From the register').fill('twice');
    await form.getByRole('option', { name: /Twice camera/ }).click();
  };
  const other = await anotherPage(browser);
  await signIn(other, world.emails.manager, record);
  await pick(other, 'Second of two');
  await pick(page, 'First of two');
  await save(page);
  await page.waitForURL(/\/activities\/EQ-\d+$/);
  const reference = /EQ-\d+$/.exec(page.url())?.[0] ?? '';
  await save(other);
  await expect(other.getByText(`This item is already on hand-over ${reference}`).first()).toBeVisible();
  await expect(other.getByLabel('Title')).toHaveValue('Second of two');
  await expect(other.getByRole('paragraph').filter({ hasText: 'Twice camera' })).toBeVisible();
  await expectAccessible(other);

  await page.goto(record);
  await page.getByLabel('Title').fill('Too early');
  await page.getByLabel('Actual start').fill('2019-03-20');
  await page.getByLabel('Actual end').fill('2019-03-20');
  await page.getByRole('button', { name: 'Add an item' }).click();
  await page.getByLabel('Description').last().fill('Late lamp');
  await page.getByLabel('Category').selectOption('other');
  await page.getByLabel('Purchased on').fill('2019-04-01');
  await save(page);
  await expect(page.getByText('The item cannot have been bought after it was handed over').first()).toBeVisible();
  await expect(page.getByLabel('Description').last()).toHaveValue('Late lamp');
  await page.getByLabel('Purchased on').fill('2019-03-01');
  await save(page);
  await page.waitForURL(/\/activities\/EQ-\d+$/);
});

/** A picture of that many pixels a side in a file of some kilobytes. */
function hugePng(side: number): Buffer {
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(side * (side + 1)), { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

test('a photo of 100 million pixels is refused with the reason on a phone, and nothing typed is lost', async ({ browser, world }) => {
  test.setTimeout(120_000);
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })).newPage();
  const base = `/projects/${world.slug}/equipment`;
  await signIn(page, world.emails.staff, `${base}/checks/new?item=${world.ids.item}`);
  await page.getByLabel('Yes', { exact: true }).check();
  await page.getByLabel('Condition').selectOption('good');
  await page.getByLabel('Note').fill('Stands in the hall');
  await page.getByLabel(/^Photos/).first().setInputFiles({ name: 'IMG_9.png', mimeType: 'image/png', buffer: hugePng(10_000) });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The picture has 100 million pixels; at most 50 million are accepted.').first()).toBeVisible();
  await expect(page.getByLabel('Note')).toHaveValue('Stands in the hall');
  await expect(page.getByLabel('Yes', { exact: true })).toBeChecked();
  await expect(page.getByRole('img', { name: 'Photo 1: IMG_9.png' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Remove photo 1' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The check is saved')).toBeVisible();
});
