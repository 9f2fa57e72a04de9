import { anotherPage, expect, expectAccessible, signIn, test } from './world';

test('staff send a link; a phone without an account reports with a file; staff accept; a second person verifies', async ({ page, browser, world }) => {
  test.setTimeout(120_000);
  const address = `/projects/${world.slug}/action-points/1`;
  await signIn(page, world.emails.staff, address);
  await expectAccessible(page);
  const phone = await (await browser.newContext({ viewport: { width: 390, height: 800 } })).newPage();
  await phone.goto(`/action-point/${world.tokens.point}`);
  await expectAccessible(phone);
  await phone.getByLabel('It is done', { exact: true }).check();
  await phone.getByLabel('What was done?').fill('The form was agreed by letter.');
  const proof = { name: 'letter.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') };
  await phone.getByLabel(/A file that shows it/).setInputFiles({ name: 'run.sh', mimeType: 'image/png', buffer: Buffer.from('#!/bin/sh') });
  await phone.getByRole('button', { name: 'Send' }).click();
  await expect(phone.getByRole('alert')).toBeVisible();
  await expect(phone.getByLabel('What was done?')).toHaveValue('The form was agreed by letter.');
  await phone.getByLabel(/A file that shows it/).setInputFiles(proof);
  await phone.getByRole('button', { name: 'Send' }).click();
  await expect(phone.getByRole('status')).toContainText('Thank you');
  await page.goto(address);
  await expect(page.getByRole('main')).toContainText('The form was agreed by letter.');
  await expect(page.getByRole('link', { name: 'letter.png' })).toBeVisible();
  await page.getByRole('button', { name: 'Accept', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Accept', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Reported by link' })).toContainText('Accepted');
  await expect(page.getByRole('region', { name: 'Evidence' })).toContainText('letter.png');
  await expectAccessible(page);
  // Who accepted may not verify; the link has nothing to ask any more.
  await expect(page.getByRole('main')).not.toContainText('You confirm that it was done');
  await phone.reload();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText('This is closed');
  const second = await anotherPage(browser);
  await signIn(second, world.emails.manager, `/projects/${world.slug}/action-points?view=board`);
  await expectAccessible(second);
  await second.getByRole('button', { name: 'Progress of action point 1' }).focus();
  await second.keyboard.press('Enter');
  await second.getByLabel('Where it stands now').selectOption('verified');
  await second.getByRole('button', { name: 'Save' }).click();
  await expect(second.getByRole('region', { name: /^Verified/ })).toContainText('Agree the form');
});

test('one says how often one wants mails, signed in or by link', async ({ page, world }) => {
  await signIn(page, world.emails.staff, '/notifications');
  await expectAccessible(page);
  await page.getByLabel('Once a week').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Once a week')).toBeChecked();
  await page.goto(`/mails/${world.tokens.mails}`);
  await expectAccessible(page);
  await page.getByLabel('Never').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toContainText('Your choice is saved');
});
