import { expect, expectAccessible, signIn, test } from './world';

test('a number is explained: who counted, who was left out and why, period by period', async ({ page, world }) => {
  await signIn(page, world.emails.staff, `/projects/${world.slug}/indicators/1.1.a`);
  await page.getByRole('link', { name: 'Explain this number' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Explain this number' })).toBeVisible();
  await expect(page.getByText('Each trainee counted once per project')).toBeVisible();
  const counted = page.getByRole('table', { name: 'Counted' });
  await expect(counted.getByRole('link').first()).toContainText(world.approved.reference);
  await expectAccessible(page);

  // What waits for review is named with its reason, and the reason opens its lines alone.
  await page.getByRole('link', { name: /^Left out/ }).click();
  const out = page.getByRole('table', { name: 'Left out' });
  await expect(out.getByRole('row').filter({ hasText: world.submitted.reference })).toContainText('Awaiting review');
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Awaiting review' }).click();
  await expect(page).toHaveURL(/reason=submitted/);
  await expect(out.getByRole('row').nth(1)).toContainText(world.submitted.reference);

  // In another period the same people are outside of it.
  await page.goto(`/projects/${world.slug}/indicators/1.1.a/explain?period=${world.periods.second}&list=out`);
  await expect(out.getByRole('row').filter({ hasText: 'Outside this period' }).first()).toBeVisible();
});

test('a donor has no way to it', async ({ page, world }) => {
  await signIn(page, world.emails.donor, `/projects/${world.slug}/indicators/1.1.a`);
  await expect(page.getByRole('link', { name: 'Explain this number' })).toHaveCount(0);
  expect((await page.goto(`/projects/${world.slug}/indicators/1.1.a/explain`))?.status()).toBe(404);
});
