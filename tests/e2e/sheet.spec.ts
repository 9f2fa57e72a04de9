import type { Page } from '@playwright/test';
import { expect, expectAccessible, signIn, test } from './world';

const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
test.use({ forty: true });

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

async function fits(page: Page) {
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), page.url()).toBeLessThanOrEqual(0);
}

test('a returned list of 40 people is entered by row number, with walk-ins, mismatches and the scan', async ({ page, world }) => {
  test.setTimeout(120_000);
  const sheet = `/projects/${world.slug}/activities/${world.forty?.reference}/sheet/${world.forty?.session}`;
  await page.setViewportSize(desk);
  await signIn(page, world.emails.staff, sheet);
  await fits(page);

  // From here only the keyboard, counted: the box has the focus when the page opens.
  let keys = 0;
  const began = Date.now();
  const type = async (text: string) => {
    keys += text.length;
    await page.keyboard.type(text);
  };
  const press = async (key: string, times = 1) => {
    keys += times;
    for (let n = 0; n < times; n += 1) await page.keyboard.press(key);
  };
  const rows = page.getByLabel('Rows with a signature');
  await expect(rows).toBeFocused();
  await type('1-40 -7 -23 41');
  await expect(page.getByText('41 is not on the list (1–40)')).toBeVisible();
  await press('Backspace', 3);
  await expect(page.getByText('38 people of 40, no walk-ins')).toBeVisible();
  await expect(page.getByRole('checkbox').nth(6)).not.toBeChecked();
  const find = page.getByRole('combobox', { name: 'Add a walk-in' });
  await find.focus();
  await type('Mila Novak');
  await expect(page.getByRole('option', { name: /Add .*Mila Novak/ })).toBeVisible();
  await press('ArrowUp');
  await press('Enter');
  await expect(page.getByLabel('Sex').first()).toBeFocused();
  await press('ArrowDown');
  await expect(page.getByLabel('Sex').first()).toHaveValue('female');
  await page.getByRole('button', { name: 'Save attendance' }).focus();
  await press('Enter');
  await expect(page.getByText('Saved: 39 people present in this session.')).toBeVisible({ timeout: 15_000 });
  console.log(`a list of 40 with one walk-in: ${keys} keystrokes, ${Math.round((Date.now() - began) / 100) / 10} s in the scripted journey`);

  // The walk-in stands on the list now; what differs from the system is named before it is saved.
  await expect(page.getByRole('checkbox')).toHaveCount(41);
  await page.getByRole('checkbox').nth(6).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(rows).toHaveValue('1-5 7-22 24-41');
  await expect(page.getByText(/Signed, but not recorded as present: 7 Osoba/)).toBeVisible();
  await expect(page.getByText(/Recorded as present, but not signed: 6 Osoba/)).toBeVisible();
  await fits(page);
  await page.getByLabel('Choose files').setInputFiles({ name: 'list.pdf', mimeType: 'application/pdf', buffer: pdf });
  await expect(page.getByRole('link', { name: 'list.pdf' })).toBeVisible();
  // Attaching gave the record a new version; the ticks stay and are saved against it.
  await expect(rows).toHaveValue('1-5 7-22 24-41');
  await page.getByRole('button', { name: 'Save attendance' }).click();
  await expect(page.getByText('Saved: 39 people present in this session.')).toBeVisible();
  await expect(page.getByText('Paper and system agree.')).toBeVisible();
  await expect(page.getByText(/^When the list was entered .* paper and system differed$/)).toBeVisible();

  await page.setViewportSize(phone);
  await fits(page);
  const paper = await page.request.get(`${sheet}/sheet.pdf?language=both`);
  expect(paper.headers()['content-type']).toBe('application/pdf');
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('ticks survive a reload and somebody else\u2019s save', async ({ page, browser, world }) => {
  const sheet = `/projects/${world.slug}/activities/${world.forty?.reference}/sheet/${world.forty?.session}`;
  await signIn(page, world.emails.staff, sheet);
  await page.getByLabel('Rows with a signature').fill('1-10');
  await page.reload();
  await expect(page.getByLabel('Rows with a signature')).toHaveValue('1-10');

  const other = await (await browser.newContext()).newPage();
  await signIn(other, world.emails.manager, sheet);
  await other.getByLabel('Rows with a signature').fill('1-3');
  await other.getByRole('button', { name: 'Save attendance' }).click();
  await expect(other.getByText('Saved: 3 people present in this session.')).toBeVisible();

  await page.getByRole('button', { name: 'Save attendance' }).click();
  await expect(page.getByText(/Somebody changed the record/)).toBeVisible();
  await page.getByRole('button', { name: 'Load the list again' }).click();
  await expect(page.getByText(/Signed, but not recorded as present: 4 Osoba/)).toBeVisible();
  await page.getByRole('button', { name: 'Save attendance' }).click();
  await expect(page.getByText('Saved: 10 people present in this session.')).toBeVisible();
});

test('certificates are issued, printed, revoked, and verified by anybody without a name', async ({ page, browser, world }) => {
  test.setTimeout(90_000);
  const here = `/projects/${world.slug}/activities/${world.approved.reference}/certificates`;
  await page.setViewportSize(desk);
  await signIn(page, world.emails.manager, here);
  await fits(page);
  await page.getByRole('button', { name: 'Issue 12 certificates' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Issue 12 certificates' }).click();
  await expect(page.getByText('13 valid certificates, none to issue')).toBeVisible();
  const file = await page.request.get(`${here}/certificates.pdf`);
  expect(file.headers()['content-disposition']).toContain('.pdf');
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: 'Revoke' }).first().click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Wrong name');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText(/Revoked on .* by Manager: Wrong name/)).toBeVisible();
  await fits(page);
  await page.setViewportSize(phone);
  await fits(page);

  const anybody = await (await browser.newContext()).newPage();
  await anybody.goto(`/verify?code=${world.certificateCode}`);
  await expect(anybody.getByText('This certificate is revoked')).toBeVisible();
  await expect(anybody.getByRole('main')).toContainText('Counted training');
  await expect(anybody.getByRole('main')).not.toContainText(/Osoba|Wrong name/);
  await expectAccessible(anybody);
});

test('a training is duplicated into a new draft without its people', async ({ page, world }) => {
  await signIn(page, world.emails.staff, `/projects/${world.slug}/activities/${world.approved.reference}`);
  await page.getByRole('link', { name: 'Duplicate' }).click();
  await expect(page.getByLabel('Title')).toHaveValue('Counted training');
  await expect(page.getByLabel('Actual start')).toHaveValue('');
  await expect(page.getByLabel('Date', { exact: true })).toHaveCount(2);
  await expect(page.getByText(/Osoba/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/activities\/TR-\d+$/);
  expect(page.url()).not.toContain(`/${world.approved.reference}`);
});
