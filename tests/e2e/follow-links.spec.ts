import { expect, expectAccessible, signIn, test } from './world';

// Lists come as HTML that is replaced as a whole (components/ui/drawn): what has the focus there goes away with it.
test('sorting by keyboard keeps the focus on the column, the table where it was scrolled to, and the page where it was', async ({ page, world }) => {
  await page.setViewportSize({ width: 1100, height: 420 });
  await signIn(page, world.emails.staff, `/projects/${world.slug}/activities`);
  const main = page.getByRole('main');
  const date = main.getByRole('columnheader', { name: 'Date' });
  const link = date.getByRole('link');
  await link.scrollIntoViewIfNeeded();
  await page.waitForLoadState('networkidle');
  // The frame of the list is made narrow, so that it scrolls sideways whatever its words.
  const narrow = () => main.locator('[data-drawn]').first().evaluate((part: HTMLElement) => { part.style.width = '420px'; });
  await narrow();
  const scrolled = () => date.evaluate((head) => [head.closest('.scroll-x')?.scrollLeft ?? 0, Math.round(window.scrollY)]);
  await link.focus();
  await date.evaluate((head) => head.closest('.scroll-x')?.scrollTo({ left: 120 }));
  const before = await scrolled();
  expect(before[0]).toBe(120);
  for (const order of ['ascending', 'descending']) {
    await page.keyboard.press('Enter');
    await expect(date).toHaveAttribute('aria-sort', order);
    await expect(link).toBeFocused();
    expect(await scrolled()).toEqual(before);
  }
  // The browser's way back leads through the same states, and leaves the focus there as well.
  await page.goBack();
  await expect(date).toHaveAttribute('aria-sort', 'ascending');
  await expect(link).toBeFocused();
  await expectAccessible(page);
});

test('who opens a record by keyboard and goes back stands on it in the list again, where it was scrolled to', async ({ page, world }) => {
  await page.setViewportSize({ width: 1100, height: 300 });
  await signIn(page, world.emails.staff, `/projects/${world.slug}/activities`);
  const link = page.getByRole('main').getByRole('link', { name: 'Draft training' }).first();
  await page.waitForLoadState('networkidle');
  await link.focus();
  const at = () => page.evaluate(() => Math.round(window.scrollY));
  const before = await at();
  expect(before).toBeGreaterThan(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Draft training' })).toBeVisible();
  expect(await at()).toBe(0);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Activities' })).toBeVisible();
  await expect(link).toBeFocused();
  await expect.poll(at).toBe(before);

  // Whoever clicked, or does something else meanwhile, keeps what they have.
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: 'Draft training' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Activities' })).toBeVisible();
  await expect(link).not.toBeFocused();
});
