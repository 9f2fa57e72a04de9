import type { Browser, Page } from '@playwright/test';
import { anotherPage, expect, expectAccessible, signIn, test } from './world';

/** Somebody without an account, on a phone. */
async function aPhone(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
  return context.newPage();
}
const fits = async (page: Page) => expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
const reads = async (page: Page, sentence: string | RegExp) => {
  await expect(page.getByRole('main')).toContainText(sentence);
  await expect(page).toHaveTitle(/\S/);
  await expectAccessible(page);
  await fits(page);
};

test('staff asks by link; the participant and the supervisor answer on their phones, once each', async ({ page, browser, world }) => {
  test.setTimeout(120_000);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/follow-ups`);
  await expect(page).toHaveTitle(/Follow-ups/);
  await expectAccessible(page);
  const row = page.getByRole('row').nth(1);
  const name = await row.getByRole('rowheader').innerText();
  const links = await row.locator('a[href^="mailto:"]').evaluateAll((anchors) => anchors.map((anchor) => decodeURIComponent((anchor as HTMLAnchorElement).href).match(/\/follow-up\/[\w-]+/)?.[0] ?? ''));
  expect(links).toHaveLength(2);
  const [participant = '', supervisor = ''] = links;

  // Where the supervisor is asked by mail: a wrong address is said at the field and stays there, a right one is kept.
  await row.getByText(/Supervisor's e-mail: not known/).click();
  const address = row.getByLabel(`Supervisor's e-mail: ${name}`);
  await address.fill('chief@unit@example');
  await row.locator('form').evaluate((form: HTMLFormElement) => form.setAttribute('novalidate', ''));
  await row.getByRole('button', { name: 'Keep' }).click();
  await expect(row.getByRole('status').last()).toContainText(/e-mail/i);
  await expect(address).toHaveValue('chief@unit@example');
  await expect(address).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await address.fill('chief@example.org');
  await row.getByRole('button', { name: 'Keep' }).click();
  await expect(row.getByRole('status').last()).toContainText('Saved.');
  await page.reload();
  await expect(row.getByText("Supervisor's e-mail: chief@example.org")).toBeVisible();

  const phone = await aPhone(browser);
  const response = await phone.goto(participant);
  expect(response?.headers()['cache-control']).toContain('no-store');
  expect(response?.headers()['x-robots-tag']).toContain('noindex');
  await reads(phone, 'Counted training');
  await expect(phone.getByRole('main')).not.toContainText(name);
  await phone.getByRole('button', { name: 'Crnogorski' }).click();
  await expect(phone.getByRole('main')).toContainText('Da li u svom radu koristite');
  await phone.getByRole('button', { name: 'English' }).click();
  await phone.getByLabel('Yes, I use it').check();
  await phone.getByRole('button', { name: 'Send' }).click();
  await reads(phone, 'Your answer is saved');
  await phone.goto(participant);
  await reads(phone, 'This was answered already');

  await phone.goto(supervisor);
  await reads(phone, name);
  await phone.getByLabel('Yes, I can confirm it').check();
  await phone.getByRole('button', { name: 'Send' }).click();
  await expect(phone.getByRole('main')).toContainText('Your answer is saved');

  await page.goto(`/projects/${world.slug}/follow-ups?standing=settled`);
  await expect(page.getByRole('row', { name })).toContainText('confirmed');
});

test('a link that was taken back, one for something else and one that nobody made open nothing', async ({ page, browser, world }) => {
  await signIn(page, world.emails.manager, `/projects/${world.slug}/follow-ups`);
  const row = page.getByRole('row').nth(1);
  const mail = await row.locator('a[href^="mailto:"]').first().getAttribute('href');
  const address = decodeURIComponent(mail ?? '').match(/\/follow-up\/[\w-]+/)?.[0] ?? '';
  await row.getByRole('button', { name: 'Take the link back' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take the link back' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  const phone = await aPhone(browser);
  await phone.goto(address);
  await reads(phone, 'This link is no longer valid');
  const unknown = await phone.goto(`/follow-up/${world.tokens.questionnaire}`);
  expect(unknown?.status()).toBe(404);
  await reads(phone, 'This link is not known');
  expect((await phone.goto(`/questionnaire/${'x'.repeat(43)}`))?.status()).toBe(404);
});

test('the questionnaire: answered without an account and without JavaScript, shown from five answers on', async ({ page, browser, world }) => {
  test.setTimeout(150_000);
  const address = `/questionnaire/${world.tokens.questionnaire}`;
  const phone = await aPhone(browser);
  await phone.goto(address);
  await reads(phone, 'Anonymous');
  await phone.getByRole('button', { name: 'Send' }).click();
  await expect(phone.getByRole('alert').filter({ hasText: /\S/ })).toContainText('Score at least one statement');
  for (const group of await phone.getByRole('group').all()) await group.getByRole('radio').nth(3).check();
  await phone.getByLabel(/What should stay/).fill('More exercises');
  await phone.getByRole('button', { name: 'Send' }).click();
  await reads(phone, 'Your answer has arrived');
  await phone.goto(address);
  await reads(phone, 'already sent from this device');

  const plain = await (await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })).newPage();
  for (let turn = 0; turn < 2; turn += 1) {
    await plain.goto(address);
    await plain.getByRole('group').first().getByRole('radio').nth(4).check();
    await plain.getByRole('button', { name: 'Send' }).click();
    await expect(plain.getByRole('main')).toContainText('Your answer has arrived');
  }

  const record = `/projects/${world.slug}/activities/${world.approved.reference}`;
  await signIn(page, world.emails.staff, record);
  await expect(page.locator('#levels').locator('..')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Mean gain +25 points, 13 tested of 13 present');
  await expect(page.getByRole('main')).toContainText('3 answers so far');
  await expect(page.getByRole('main')).not.toContainText('More exercises');
  await page.goto(`${record}/questionnaire`);
  await expect(page).toHaveTitle(/Questionnaire/);
  await expectAccessible(page);
  for (let paper = 1; paper <= 2; paper += 1) {
    await page.getByLabel(/^1\./).fill('5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: `${paper} paper` })).toBeVisible();
    await expect(page.getByLabel(/^1\./)).toHaveValue('');
  }
  await expect(page.getByRole('main')).toContainText('5 answers, 2 of them from paper');
  await page.getByText('1 comment').click();
  await expect(page.getByRole('main')).toContainText('More exercises');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(page.getByRole('main')).toContainText('Closed');
  const late = await anotherPage(browser);
  await late.goto(address);
  await expect(late.getByRole('main')).toContainText('This is closed');
});
