import sharp from 'sharp';
import { labelPath } from '../../lib/equipment/rules/labels';
import { anotherPage, expect, expectAccessible, signIn, test } from './world';

test('an end-use check on a 390 px screen: find the item, say how it is, add a photo; the photo carries no place', async ({ browser, world }) => {
  test.setTimeout(120_000);
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })).newPage();
  const base = `/projects/${world.slug}/equipment`;
  await signIn(page, world.emails.staff, `${base}/checks`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Record checks' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Choose at least one item').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Find an item' }).fill(`E2E-${world.slug}`);
  await page.getByRole('option').first().click();
  await page.getByLabel('Yes', { exact: true }).check();
  await page.getByLabel('Condition').selectOption('worn');
  await page.getByLabel('Location').fill('Room 12');
  await page.getByLabel('Used by which post').fill('Duty officer');
  const taken = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#557799' } }).withExif({ IFD0: { Make: 'SecretPhone' }, IFD3: { GPSLatitude: '42/1 26/1 0/1', GPSLatitudeRef: 'N' } }).jpeg().toBuffer();
  const photos = page.getByLabel(/^Photos/).first();
  await photos.setInputFiles({ name: 'note.txt', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('This is no photo').first()).toBeVisible();
  await expect(page.getByLabel('Location')).toHaveValue('Room 12');
  await page.getByRole('button', { name: 'Remove photo 1' }).click();
  await photos.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: taken });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The check is saved')).toBeVisible();

  // The next round goes through the room.
  await page.getByRole('link', { name: 'Check more' }).click();
  await page.getByRole('combobox', { name: 'Find an item' }).fill('room 12');
  await page.getByRole('option', { name: /1 item in Room 12/ }).click();
  await expect(page.getByRole('list', { name: 'Chosen items' }).getByRole('listitem')).toHaveCount(1);
  await expect(page.getByText('1 item of Room 12 added')).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${base}/${world.ids.item}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  const photo = page.getByRole('img', { name: /^Photo of the check/ }).first();
  await expect(photo).toBeVisible();
  const bytes = await (await page.request.get((await photo.getAttribute('src')) ?? '')).body();
  expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  expect(bytes.toString('latin1')).not.toContain('SecretPhone');
});

test('several items are checked together, and what was found wrong raises an action point', async ({ page, world }) => {
  test.setTimeout(120_000);
  const base = `/projects/${world.slug}/equipment`;
  await signIn(page, world.emails.staff, `${base}/checks/new?item=${world.ids.item}`);
  await page.getByLabel('No', { exact: true }).check();
  await page.getByLabel('Condition').selectOption('damaged');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'To the list' }).click();
  await expect(page.getByText('Not in use', { exact: true }).or(page.getByText('Damaged', { exact: true })).first()).toBeVisible();
  // From the list, and from the item itself, where what is wrong stands out.
  await expect(page.getByRole('link', { name: /^Raise an action point/ }).first()).toBeVisible();
  await page.goto(`${base}/${world.ids.item}`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Raise an action point' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/Action point \d+: Open/i).first()).toBeVisible();
  await page.goto(`${base}/${world.ids.item}`);
  await expect(page.getByRole('link', { name: 'Record a check' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Raise an action point' })).toHaveCount(0);
});

test('a scanned label opens the item for its people; a stranger reads whose it is and nothing more', async ({ page, browser, world }) => {
  test.setTimeout(120_000);
  const address = labelPath(world.ids.item);
  const stranger = await anotherPage(browser);
  await stranger.goto(address);
  await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
  const html = await stranger.content();
  for (const secret of ['Laptop', 'Acme', world.slug, world.slug.toUpperCase(), `E2E-${world.slug}`, 'Test project', 'Unit']) expect(html.includes(secret), secret).toBe(false);
  await expectAccessible(stranger);
  await signIn(page, world.emails.staff, address);
  await expect(page).toHaveURL(new RegExp(`/equipment/${world.ids.item}$`), { timeout: 30_000 });
  await page.goto(address);
  await expect(page).toHaveURL(new RegExp(`/equipment/${world.ids.item}$`));
});
