import { anotherPage, expect, expectAccessible, signIn, test } from './world';

for (const language of ['en', 'cnr'] as const) {
  const words = {
    en: { looks: 'This looks like data about a case or a victim', why: 'Why it may stand', save: 'Save', submit: 'Save and submit for review', minutes: /^Minutes/, error: 'or give a reason below it' },
    cnr: { looks: 'Ovo liči na podatke o predmetu ili žrtvi', why: 'Zašto može da ostane', save: 'Sačuvaj', submit: 'Sačuvaj i pošalji na pregled', minutes: /^(Zapisnik|Tekst zapisnika)/, error: 'ispod navedite razlog' },
  }[language];

  test(`what looks like case data is pointed out, kept in the draft, confirmed with a reason, and read by the manager (${language})`, async ({ page, browser, world, context, baseURL }) => {
    test.setTimeout(90_000);
    await signIn(page, world.emails.staff);
    await context.addCookies([{ name: 'language', value: language, url: baseURL ?? '' }]);
    await page.goto(`/projects/${world.slug}/activities/${world.meetingDraft.reference}/edit`);
    const minutes = page.getByRole('textbox', { name: words.minutes });
    await page.waitForLoadState('networkidle');
    await minutes.fill('Žrtva Ana Petrović je saslušana.');
    const notice = page.getByRole('status').filter({ hasText: words.looks });
    await expect(notice).toContainText('Ana Petrović');
    await expectAccessible(page);
    await page.getByRole('button', { name: words.submit }).click();
    await expect(page.getByRole('alert').getByText(words.error).first()).toBeVisible();
    await expect(minutes).toHaveValue('Žrtva Ana Petrović je saslušana.');
    await page.reload();
    await expect(minutes).toHaveValue('Žrtva Ana Petrović je saslušana.');
    await page.getByLabel(words.why).fill('Izmišljeno ime iz vježbe');
    await page.getByRole('button', { name: words.submit }).click();
    await page.waitForURL(/\/activities\/ME-\d+$/);
    const manager = await anotherPage(browser);
    await signIn(manager, world.emails.manager, `/projects/${world.slug}/activities/${world.meetingDraft.reference}`);
    await expect(manager.getByRole('main')).toContainText('Izmišljeno ime iz vježbe');
    await expectAccessible(manager);
  });
}

test('the words of a reading are looked at as well: in its form and in the grid, and the manager reads the reason', async ({ page, browser, world }) => {
  test.setTimeout(90_000);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/indicators/1.1.b/readings/${world.periods.first}`);
  await page.waitForLoadState('networkidle');
  await page.getByLabel('Value').fill('3');
  await page.getByRole('textbox', { name: /^Comment/ }).fill('The victim Ana Petrović was heard.');
  await expect(page.getByRole('status').filter({ hasText: 'This looks like data about a case or a victim' })).toContainText('Ana Petrović');
  await expectAccessible(page);
  await page.getByRole('button', { name: /submit/i }).click();
  await expect(page.getByRole('alert').getByText('or give a reason below it').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: /^Save/ }).first().click();
  await page.waitForURL(/\/indicators\/1\.1\.b$/);
  await expect(page.getByRole('main')).toContainText('not confirmed yet');
  await page.goto(`/projects/${world.slug}/indicators/readings`);
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Save and submit all' }).click();
  await expect(page.getByRole('alert').getByText('give a reason under Details').first()).toBeVisible();
  // What is wrong stands under Details: they are open, and the focus is there.
  await expect(page.getByRole('button', { name: 'Details: 1.1.b, 2019-1' })).toHaveAttribute('aria-expanded', 'true');
  const comment = page.getByRole('textbox', { name: /^Comment/ });
  await expect(comment).toBeFocused();
  await page.getByRole('button', { name: 'Hide details' }).click();
  await expect(comment).toHaveCount(0);
  await page.getByRole('alert').getByRole('link', { name: /give a reason below it/ }).click();
  await expect(comment).toBeFocused();
  await page.getByLabel('Why it may stand').fill('A made-up name from the exercise');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save and submit all' }).click();
  await expect(page.getByText('Awaiting review').first()).toBeVisible();
  const manager = await anotherPage(browser);
  await signIn(manager, world.emails.manager, `/projects/${world.slug}/review`);
  await expect(manager.getByRole('main')).toContainText('Reason given by Staff: A made-up name from the exercise');
  await expectAccessible(manager);
});
