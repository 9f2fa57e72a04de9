import { readPdf } from '../support/pdf';
import { anotherPage, expect, expectAccessible, signIn, test } from './world';

test('a hand-over is signed by link on a phone; the record, the certificate and the code say so', async ({ page, browser, world }) => {
  test.setTimeout(120_000);
  const record = `/projects/${world.slug}/activities/${world.unsigned.reference}`;
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true })).newPage();
  await phone.goto(`/sign/${world.tokens.signer}`);
  await expect(phone.getByRole('heading', { name: 'Sign for the items you receive' })).toBeVisible();
  await expect(phone.getByText(`E2E-B-${world.slug}`)).toBeVisible();
  await expectAccessible(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await phone.getByLabel('Your name').fill('Željka Test');
  await phone.getByRole('button', { name: 'Sign' }).click();
  expect(await phone.getByLabel(/I have received the items/).evaluate((box: HTMLInputElement) => box.validationMessage)).toBe('Tick the box to accept what you sign');
  await phone.getByLabel(/I have received the items/).check();
  await phone.getByRole('button', { name: 'Sign' }).click();
  await expect(phone.getByText('Sign in the box, or choose to sign with your typed name')).toBeVisible();
  await expect(phone.getByLabel('Your name')).toHaveValue('Željka Test');
  await phone.getByRole('img', { name: 'Signature' }).scrollIntoViewIfNeeded();
  const sheet = await phone.getByRole('img', { name: 'Signature' }).boundingBox();
  if (!sheet) throw new Error('nothing to sign on');
  await phone.mouse.move(sheet.x + 40, sheet.y + 60);
  await phone.mouse.down();
  await phone.mouse.move(sheet.x + 160, sheet.y + 30, { steps: 8 });
  await phone.mouse.move(sheet.x + 240, sheet.y + 80, { steps: 8 });
  await phone.mouse.up();
  await phone.getByRole('button', { name: 'Sign' }).click();
  await expect(phone.getByText('Thank you')).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('This was answered already')).toBeVisible();

  await signIn(page, world.emails.staff, record);
  const card = page.getByRole('region', { name: 'Certificate and signature' });
  await expect(card.getByText('Signed electronically')).toBeVisible();
  await expect(card.getByRole('img', { name: 'Signature of Željka Test' })).toBeVisible();
  await expectAccessible(page);
  const paper = await page.request.get(`${record}/certificate.pdf?language=en`);
  const text = (await readPdf(new Uint8Array(await paper.body()))).pages.join(' ');
  // A long serial number is broken at its hyphens in the narrow column, and where depends on the world's slug.
  expect(text.replaceAll(/\s/g, '')).toContain(`E2E-B-${world.slug}`);
  expect(text).toContain('signed by link by Željka Test');

  const code = /Verification code: ?([0-9A-Z]{5}-[0-9A-Z]{5})/.exec(await card.innerText())?.[1] ?? '';
  const stranger = await anotherPage(browser);
  await stranger.goto(`/verify?code=${code}`);
  await expect(stranger.getByText('Valid: this hand-over is signed')).toBeVisible();
  await expect(stranger.getByRole('main')).not.toContainText('Željka');
  await expectAccessible(stranger);
});

test('on a screen one signs with a typed name and on behalf of somebody, without a mouse', async ({ page, world }) => {
  test.setTimeout(120_000);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/activities/${world.unsigned.reference}/sign`);
  // Turned to the receiver: nothing of the project around it, but the language.
  await expect(page.locator('#side')).toBeHidden();
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await expect(page.getByRole('banner').locator('summary:visible')).toHaveText(/Language/);
  await page.getByLabel('Your name').fill('Ana Deputy');
  await page.getByText('I sign on behalf of somebody else').focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('On behalf of').fill('The head of unit');
  await page.getByLabel('Reason').fill('On mission');
  await page.getByLabel('Sign with my typed name instead of drawing').press('Space');
  await page.getByLabel(/I have received the items/).press('Space');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign', exact: true }).press('Enter');
  await expect(page.getByText(/^Signed by Ana Deputy/)).toBeVisible();
  await page.getByRole('link', { name: 'Back to the record' }).click();
  await expect(page.locator('#side')).toBeVisible();
  await expect(page.getByText('On behalf of The head of unit: On mission')).toBeVisible();
  // The form does not ask for a paper that the signature replaces, until a change ends the signature.
  await page.goto(`/projects/${world.slug}/activities/${world.unsigned.reference}/edit`);
  await expect(page.getByText('Signed certificate: signed electronically')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Terms', { exact: false }).fill('Other terms than those signed');
  await expect(page.getByText('Signed certificate: needed before you submit')).toBeVisible();
});
