import { expect, expectAccessible, signIn, test } from './world';

const csv = (lines: string[]) => ({ name: 'matrix.csv', mimeType: 'text/csv', buffer: Buffer.from(['Level,Statement,Unit,Baseline,Target', ...lines].join('\n')) });

test('a manager imports a matrix: every wrong cell is named, nothing is taken until all is right; then it is exported', async ({ page, world }) => {
  await signIn(page, world.emails.manager, `/projects/${world.slug}/results`);
  await page.getByRole('link', { name: 'Import' }).click();
  await expectAccessible(page);
  await page.locator('input[type=file]').setInputFiles(csv(['Outcome,Investigations improve', 'Indicator,Cases opened,cases,about three,12']));
  await expect(page.getByText('1 line is wrong, so nothing can be taken')).toBeVisible();
  await expect(page.getByText(/D3 \(Baseline\): Enter a number/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Add / })).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Choose another file' }).click();
  await page.locator('input[type=file]').setInputFiles(csv(['Outcome,Investigations improve', 'Indicator,Cases opened,cases,3,12']));
  await page.getByRole('button', { name: 'Add 2 lines' }).click();
  await expect(page.getByText('2 lines were added, 0 stood there already.')).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Results matrix' }).last().click();
  await expect(page.getByText('Cases opened')).toBeVisible();

  // The levels are called by another donor's words from now on.
  await page.goto(`/projects/${world.slug}/results?edit=on`);
  await page.getByRole('button', { name: /^Use\s*: USAID$/ }).click();
  await expect(page.getByText('Purpose', { exact: false }).first()).toBeVisible();
  await page.goto(`/projects/${world.slug}/results`);
  await page.getByText('Export', { exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Word (.docx)' }).click()]);
  expect(file.suggestedFilename()).toMatch(/results-matrix.*\.docx$/);
});
