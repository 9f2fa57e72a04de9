import { anotherPage, expect, expectAccessible, signIn, test } from './world';

test('agenda with times and a restricted item, who was expected, decisions and action points under items, and papers that leave the restricted item out', async ({ page, context, browser, world, baseURL }) => {
  test.setTimeout(120_000);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/activities/meeting/new`);
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Title').fill('Coordination in summer');
  await page.getByLabel('Actual start').fill('2019-05-10');
  await page.getByLabel('Actual end').fill('2019-05-10');
  await page.getByLabel('Begins at').fill('10:00');
  await page.getByLabel('Ends at').fill('09:00');
  const item = (n: number) => page.getByRole('listitem').filter({ hasText: `Item ${n}` });
  await page.getByRole('button', { name: 'Add an agenda item' }).click();
  await item(1).getByLabel('Subject').fill('Calendar of the autumn');
  await item(1).getByLabel(/^Time/).fill('10:00');
  await item(1).getByRole('textbox', { name: /^Presenter/ }).fill('Prosecution');
  await page.getByRole('button', { name: 'Add an agenda item' }).click();
  await expect(item(2).getByLabel(/^Time/), 'the new item has the focus').toBeFocused();
  await item(2).getByLabel('Subject').fill('Rosters of patrols');
  await item(2).getByLabel(/^Time/).fill('10:30');
  await item(2).getByRole('textbox', { name: /^Notes/ }).fill('Agreed between the services.');
  await item(2).getByRole('checkbox', { name: 'Restricted item' }).check();
  await page.getByRole('button', { name: 'Add an institution' }).click();
  await page.getByRole('combobox', { name: 'Institution', exact: true }).selectOption({ label: 'Prosecutor' });
  await page.getByLabel('Expected', { exact: true }).last().fill('3');
  await page.getByRole('button', { name: 'Add a decision' }).click();
  const decision = page.getByRole('listitem').filter({ hasText: 'Decision 1' });
  await decision.getByRole('textbox', { name: 'Decision' }).fill('Rosters are shared weekly.');
  await decision.getByRole('combobox', { name: /^Under item/ }).selectOption({ label: '2. Rosters of patrols' });
  await page.getByRole('button', { name: 'Add an action point' }).click();
  const point = page.getByRole('listitem').filter({ hasText: 'Action point 1' });
  await point.getByRole('textbox', { name: 'What is to be done' }).fill('Send the calendar');
  await point.getByRole('combobox', { name: 'Responsible institution' }).selectOption({ label: 'Prosecutor' });
  await point.getByLabel('Due date').fill('2019-05-01');
  await point.getByRole('combobox', { name: /^Under item/ }).selectOption({ label: '1. Calendar of the autumn' });
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').getByText('Enter when it begins, and an end after that.').first()).toBeVisible();
  await page.getByLabel('Ends at').fill('12:00');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').getByText('The due date is before the meeting.').first()).toBeVisible();
  await expectAccessible(page);
  await expect(item(2).getByRole('textbox', { name: /^Notes/ }), 'what was typed stays').toHaveValue('Agreed between the services.');
  await point.getByLabel('Due date').fill('2019-06-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/activities\/ME-\d+$/);

  const agenda = page.getByRole('region', { name: 'Agenda', exact: true });
  for (const part of ['10:00', 'Calendar of the autumn', 'Presented by Prosecution', '10:30', 'Rosters of patrols', 'Restricted item', 'Agreed between the services.']) await expect(agenda).toContainText(part);
  await expect(page.getByRole('region', { name: 'Expected and present' }).getByRole('row', { name: /Prosecutor/ })).toContainText('0 of 3');
  await expect(page.getByRole('region', { name: 'Decisions', exact: true })).toContainText('Under item 2');
  await expect(page.getByRole('region', { name: 'Action points', exact: true })).toContainText('Send the calendar');
  await expectAccessible(page);

  // Each link of the papers gives a file of its kind; for circulation none holds the restricted item.
  const papers = page.getByRole('region', { name: 'Papers and invitation' });
  const hrefs = await papers.getByRole('link').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname + (link as HTMLAnchorElement).search));
  expect(hrefs.map((href) => href.split('/').at(-1))).toEqual(['agenda.pdf', 'agenda.docx', 'minutes.pdf', 'minutes.docx', 'agenda.pdf?for=inside', 'agenda.docx?for=inside', 'minutes.pdf?for=inside', 'minutes.docx?for=inside', 'invitation.ics']);
  for (const href of hrefs) {
    const response = await page.request.get(href);
    const type = response.headers()['content-type'] ?? '';
    expect([href, response.status(), /pdf|wordprocessingml|calendar/.test(type)]).toEqual([href, 200, true]);
  }
  const invitation = await (await page.request.get(hrefs.at(-1) ?? '')).text();
  expect(invitation).toContain('Calendar of the autumn');
  for (const told of ['Rosters', 'ATTENDEE']) expect(invitation).not.toContain(told);

  const address = new URL(page.url()).pathname;
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const small = await phone.newPage();
  await signIn(small, world.emails.staff, `${address}/edit`);
  await phone.addCookies([{ name: 'language', value: 'cnr', url: baseURL ?? '' }]);
  for (const path of [`${address}/edit`, address, `/projects/${world.slug}/decisions`, `/projects/${world.slug}/cooperation`]) {
    await small.goto(path);
    await small.waitForLoadState('networkidle');
    await expectAccessible(small);
    expect(await small.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${path} scrolls sideways`).toBeLessThanOrEqual(0);
  }
  await context.clearCookies();
  await signIn(page, world.emails.donor);
  for (const path of [address, hrefs[0] ?? '', hrefs.at(-1) ?? '']) expect((await page.request.get(path)).status(), path).toBe(404);
});

test('an institution that the project does not list and that owes something is offered to be listed, and what was typed stays', async ({ page, browser, world }) => {
  test.setTimeout(90_000);
  const offered = `Municipality ${world.slug} is not on the list of institutions of the project`;
  for (const role of ['staff', 'manager'] as const) {
    const own = role === 'staff' ? page : await anotherPage(browser);
    await signIn(own, world.emails[role], `/projects/${world.slug}/activities/meeting/new`);
    await own.waitForLoadState('networkidle');
    await own.getByLabel('Title').fill(`Meeting of the ${role}`);
    await own.getByRole('button', { name: 'Add an action point' }).click();
    await own.getByRole('textbox', { name: 'What is to be done' }).fill('Send the plan');
    await own.getByRole('combobox', { name: 'Responsible institution' }).selectOption(world.ids.institution);
    await expect(own.getByText('is not on the list of institutions')).toHaveCount(0);
    await own.getByRole('combobox', { name: 'Responsible institution' }).selectOption(world.ids.unlisted);
    await expect(own.getByText(offered)).toBeVisible();
    await expectAccessible(own);
    const add = own.getByRole('button', { name: 'Add to the project' });
    if (role === 'staff') {
      await expect(add).toHaveCount(0);
      continue;
    }
    await add.click();
    await expect(own.getByText(offered)).toHaveCount(0);
    await expect(own.getByRole('textbox', { name: 'What is to be done' })).toHaveValue('Send the plan');
    await expect(own.getByLabel('Title')).toHaveValue('Meeting of the manager');
  }
});

test('what was agreed in a training is written down from its page and stands there', async ({ page, world }) => {
  const training = `/projects/${world.slug}/activities/${world.approved.reference}`;
  await signIn(page, world.emails.staff, training);
  await page.getByRole('region', { name: 'Action points' }).getByRole('link', { name: 'Add an action point' }).click();
  await page.waitForURL(/\/action-points\/new\?from=/);
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('main')).toContainText(`Agreed in ${world.approved.reference}`);
  await page.getByRole('textbox', { name: 'What was agreed' }).fill('Send the slides');
  await page.getByLabel(/^Due/).fill('2019-01-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').getByText('The due date is before the activity in which it was agreed.').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel(/^Due/).fill('2019-11-01');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(new RegExp(`/activities/${world.approved.reference}$`));
  await expect(page.getByRole('region', { name: 'Action points' })).toContainText('Send the slides');
  await expectAccessible(page);
  await page.getByRole('link', { name: /Send the slides/ }).click();
  await page.waitForURL(/\/action-points\/\d+$/);
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'What was agreed' })).toHaveValue('Send the slides');
});
