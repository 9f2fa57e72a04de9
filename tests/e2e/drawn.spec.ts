import { expect, signIn, test } from './world';

// Parts of pages go to the browser as HTML, of which React is told only the place (components/ui/drawn): what was shown must be there whenever it is come back to.
test('a loaded page carries its drawn parts once, and shows them again after going away and back', async ({ page, world }) => {
  test.setTimeout(90_000);
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('console', (message) => message.type() === 'error' && failures.push(message.text()));
  const list = `/projects/${world.slug}/activities`;
  await signIn(page, world.emails.staff, '/projects');

  const response = await page.goto(list);
  const markup = (await response?.text()) ?? '';
  const told = [...markup.matchAll(/<script[^>]*>self\.__next_f\.push[\s\S]*?<\/script>/g)].map(([script]) => script).join('');
  expect([markup.includes(world.draft.reference), told.length > 1000, told.includes(world.draft.reference)]).toEqual([true, true, false]);
  const rows = page.getByRole('main').getByRole('row');
  await expect(rows.filter({ hasText: world.draft.reference })).toBeVisible();
  const shown = await rows.allInnerTexts();
  expect(shown.length).toBeGreaterThan(5);

  // Another sort inside the app brings new HTML; Back brings what the page was loaded with.
  await page.getByRole('link', { name: 'Title', exact: true }).click();
  await page.waitForURL(/sort=title/);
  await expect.poll(() => rows.allInnerTexts()).not.toEqual(shown);
  const sorted = await rows.allInnerTexts();
  await page.goBack();
  await expect.poll(() => rows.allInnerTexts()).toEqual(shown);
  await page.goForward();
  await expect.poll(() => rows.allInnerTexts()).toEqual(sorted);
  await page.goBack();

  // So does a page gone to from it, whose own parts came inside the app.
  await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).click();
  await expect(page).toHaveTitle(/Overview/);
  const cards = page.locator('[data-drawn] h2');
  const headings = await cards.allInnerTexts();
  expect(headings.length).toBeGreaterThan(3);
  await page.goBack();
  await expect.poll(() => rows.allInnerTexts()).toEqual(shown);
  await page.goForward();
  await expect.poll(() => cards.allInnerTexts()).toEqual(headings);
  await page.reload();
  await expect.poll(() => cards.allInnerTexts()).toEqual(headings);
  expect(failures).toEqual([]);
});
