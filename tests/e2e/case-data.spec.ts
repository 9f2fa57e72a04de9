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
