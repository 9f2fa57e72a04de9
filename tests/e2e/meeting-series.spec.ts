import { expect, expectAccessible, signIn, test } from './world';

test('the next meeting of a series is set up from the last one, and what is open stands in it by itself', async ({ page, context, world, baseURL }) => {
  test.setTimeout(90_000);
  const last = `/projects/${world.slug}/activities/${world.meeting.reference}`;
  await signIn(page, world.emails.staff, last);
  await page.getByRole('link', { name: 'Plan the next meeting' }).click();
  await page.waitForURL(/\/activities\/meeting\/new\?copy=/);
  await page.waitForLoadState('networkidle');
  await expect(page.getByLabel('Title')).toHaveValue('Coordination');
  await expect(page.getByLabel('Subject')).toHaveValue('Opening');
  await page.getByLabel('Planned start').fill('2019-06-10');
  await page.getByLabel('Planned end').fill('2019-06-10');
  await page.getByRole('button', { name: 'Add a decision' }).click();
  await page.getByRole('textbox', { name: /^(Decision|What was decided)/ }).fill('The form is used from July.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/activities\/ME-\d+$/);
  const carried = page.getByRole('region', { name: 'Open from earlier meetings' });
  await expect(carried).toContainText('Agree the form');
  await expect(carried).toContainText(`agreed in ${world.meeting.reference}`);
  await expect(page.getByRole('region', { name: 'Series of meetings' })).toContainText('this meeting');
  await expect(page.getByRole('region', { name: 'Decisions', exact: true })).toContainText('No. 1');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'All decisions of the project' }).click();
  await page.waitForURL(/\/decisions$/);
  await expect(page.getByRole('row', { name: /The form is used from July/ })).toContainText('ME-');
  await expectAccessible(page);
  await page.goto(`/projects/${world.slug}/decisions?q=nowhere`);
  await expect(page.getByRole('main')).not.toContainText('The form is used from July');
  await page.goBack();
  await page.goBack();
  await context.addCookies([{ name: 'language', value: 'cnr', url: baseURL ?? '' }]);
  await page.reload();
  await expect(page.getByRole('region', { name: 'Otvoreno sa ranijih sastanaka' })).toContainText('Agree the form');
  await expectAccessible(page);
  if (process.env.SHOTS) {
    await page.screenshot({ path: '/tmp/shot-series-cnr.png', fullPage: true });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.screenshot({ path: '/tmp/shot-series-390.png', fullPage: true });
  }
});
