import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { parseCsv } from '@/lib/exchange/csv/parse.mjs';
import { readLimits } from '@/lib/exchange/table';
import { parseXlsx } from '@/lib/exchange/xlsx/parse.mjs';
import { expect, expectAccessible, signIn, test } from './world';

async function saved(page: Page, format: 'CSV' | 'Excel (.xlsx)') {
  await page.locator('summary', { hasText: 'Export' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: format }).click()]);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const rows = format === 'CSV' ? parseCsv(bytes, readLimits) : await parseXlsx(bytes, readLimits);
  return { name: download.suggestedFilename(), rows: rows.map((row) => row.cells) };
}

test('every list is saved as it is filtered, all of its rows', async ({ page, world }) => {
  test.setTimeout(90_000);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/people`);
  await page.locator('summary', { hasText: 'Export' }).click();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  const all = await saved(page, 'CSV');
  expect(all.name).toMatch(/-people-\d{4}-\d\d-\d\d\.csv$/);
  expect(all.rows[0]).toEqual(expect.arrayContaining(['Family name', 'Given name', 'Sex', 'Institution']));
  await page.goto(`/projects/${world.slug}/people?sex=male`);
  const men = await saved(page, 'Excel (.xlsx)');
  expect(men.rows).toHaveLength(8);
  expect(new Set(men.rows.slice(1).map((row) => row[2]))).toEqual(new Set(['Male']));
  for (const [list, heading] of [['activities', 'Reference'], ['equipment', 'Asset tag'], ['action-points', 'Action point']] as const) {
    await page.goto(`/projects/${world.slug}/${list}`);
    const { rows } = await saved(page, 'Excel (.xlsx)');
    expect(rows[0], list).toContain(heading);
    expect(rows.length, list).toBeGreaterThan(1);
  }
});
