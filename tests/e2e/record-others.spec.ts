import { anotherPage, expect, expectAccessible, signIn, test } from './world';

test('staff log a meeting with what was agreed', async ({ page, world }) => {
  test.setTimeout(60_000);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/activities/meeting/new`);
  await page.getByLabel('Title').fill('Quarterly coordination');
  await page.getByRole('checkbox', { name: /1\.1/ }).check();
  await page.getByLabel('Actual start').fill('2019-05-10');
  await page.getByLabel('Actual end').fill('2019-05-10');
  await page.getByLabel('Place', { exact: true }).fill('Podgorica');
  await page.getByRole('button', { name: 'Add an agenda item' }).click();
  await page.getByLabel('Subject').fill('Joint patrols');
  const find = page.getByRole('combobox', { name: 'Add a person' });
  await find.fill('Osoba');
  await page.getByRole('option', { name: /Osoba\d+ Test/ }).first().click();
  await expect(page.getByRole('grid').getByRole('gridcell', { name: 'Present' }).first()).toBeVisible();
  await page.getByRole('textbox', { name: /^Minutes/ }).fill('Agreed to meet every quarter.');
  await page.getByRole('button', { name: 'Add an action point' }).click();
  await page.getByLabel('What is to be done').fill('Send the patrol plan');
  await page.getByLabel('Due date').fill('2019-05-01');
  await page.getByRole('button', { name: 'Save and submit for review' }).click();
  await expect(page.getByRole('alert').getByText('The due date is before the meeting.').first()).toBeVisible();
  await expect(page.getByLabel('What is to be done')).toHaveValue('Send the patrol plan');
  await page.getByLabel('Due date').fill('2019-06-01');
  await page.getByLabel('Responsible institution').selectOption({ label: 'Prosecutor' });
  await page.getByRole('button', { name: 'Save and submit for review' }).click();
  await page.waitForURL(/\/activities\/ME-\d+$/);
  await expect(page.getByRole('main')).toContainText('Send the patrol plan');
  await expectAccessible(page);
});

test('staff log a hand-over; a serial number that exists is refused and nothing typed is lost', async ({ page, world }) => {
  test.setTimeout(60_000);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/activities/equipment/new`);
  const addItem = async (serial: string) => {
    await page.getByRole('button', { name: 'Add an item' }).click();
    await page.getByLabel('Description', { exact: true }).last().fill('Ruggedised laptop');
    await page.getByLabel('Category').last().selectOption('it');
    await page.getByLabel('Serial number').last().fill(serial);
    await page.getByLabel('Value').last().fill('1.250,50');
    await page.getByLabel('Currency').last().selectOption('EUR');
    await page.getByLabel('USD for one EUR').last().fill('1,12');
  };
  await page.getByLabel('Title').fill('Laptops for the unit');
  await page.getByLabel('Recipient institution').selectOption({ label: '\u2003Unit' });
  await addItem(`SN-${world.slug}`);
  await addItem(`SN-${world.slug}`);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(page.getByLabel('Serial number').last()).toHaveValue(`SN-${world.slug}`);
  await page.getByLabel('Serial number').last().fill(`SN2-${world.slug}`);
  await page.getByLabel('Quantity').last().fill('-2');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByLabel('Quantity').last()).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Quantity').last().fill('1');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/activities\/EQ-\d+$/);
  await expect(page.getByRole('main')).toContainText(`SN2-${world.slug}`);
  await expectAccessible(page);
});

test('two people edit one record: the second sees both texts and loses nothing', async ({ page, browser, world }) => {
  test.setTimeout(60_000);
  const address = `/projects/${world.slug}/activities/${world.draft.reference}/edit`;
  await signIn(page, world.emails.staff, address);
  const other = await anotherPage(browser);
  await signIn(other, world.emails.reviewer, address);
  await other.getByLabel('Title').fill('Title of the reviewer');
  await other.getByRole('button', { name: 'Save', exact: true }).click();
  await other.waitForURL(/\/activities\/TR-\d+$/);
  await page.getByLabel('Title').fill('Title of staff');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const panel = page.getByRole('region', { name: /Somebody|changed|saved/i });
  await expect(panel).toContainText('Title of the reviewer');
  await expect(panel).toContainText('Title of staff');
  await panel.getByRole('button').last().click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/activities\/TR-\d+$/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Title of staff');
});

test('what was typed without a network is offered again', async ({ page, context, world }) => {
  test.setTimeout(60_000);
  const address = `/projects/${world.slug}/activities/${world.draft.reference}/edit`;
  await signIn(page, world.emails.staff, address);
  await context.setOffline(true);
  await page.getByLabel('Title').fill('Typed in the tunnel');
  await expect(page.getByText('What you typed is kept on this device')).toBeVisible();
  await page.close({ runBeforeUnload: false });
  await context.setOffline(false);
  const fresh = await context.newPage();
  await fresh.goto(address);
  await fresh.getByRole('button', { name: /Restore|Take|Use/i }).first().click();
  await expect(fresh.getByLabel('Title')).toHaveValue('Typed in the tunnel');
});
