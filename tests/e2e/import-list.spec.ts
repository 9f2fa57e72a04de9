import { readFileSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { readLimits } from '@/lib/exchange/table';
import { parseXlsx } from '@/lib/exchange/xlsx/parse.mjs';
import { expect, expectAccessible, signIn, test } from './world';

const csv = (lines: string[]) => ({ name: 'učesnici.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${lines.join('\r\n')}`) });
const heading = 'Prezime;Ime;Pol;Godina rođenja;Institucija;Rezultat prije;Session 1;Session 2';
const upload = async (page: Page, lines: string[]) => {
  await page.getByLabel('List as an Excel or CSV file').last().setInputFiles(csv(lines));
  await page.waitForURL(/\/imports\//, { timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1, name: 'Check before saving' })).toBeVisible();
};
const linesOf = async (download: Download) => {
  const rows = await parseXlsx(new Uint8Array(readFileSync(await download.path())), readLimits);
  return rows.map((row) => row.cells);
};

test('a list becomes participants: upload, look, choose, save, correct what was not taken', async ({ page, world }) => {
  test.setTimeout(120_000);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/activities/${world.draft.reference}`);
  await page.getByRole('link', { name: 'Import list' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import a list of participants' })).toBeVisible();
  await expectAccessible(page);

  const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Crnogorski' }).click()]);
  expect((await linesOf(template))[0]).toEqual(expect.arrayContaining(['Prezime *', 'Ime *', 'Institucija', 'Uloga', 'Sesija 1', 'Sesija 2']));

  await test.step('a file that is none is refused, and the page stays', async () => {
    await page.getByLabel('List as an Excel or CSV file').last().setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 nothing') });
    await expect(page.getByRole('alert').filter({ hasText: 'neither an Excel workbook nor a CSV file' })).toBeVisible();
  });

  const lines = [heading, 'Novaković;Milena;ž;1991;Unit;45,5;x;x', 'Marić;Ivo;m;1990;Border;;x;', 'Novaković;;ž;1850;Nowhere;160;x;maybe'];
  await test.step('what would happen stands beside each line, and nothing is saved', async () => {
    await upload(page, lines);
    const line = page.getByRole('listitem').filter({ hasText: 'Novaković' }).last();
    await expect(line).toContainText('Given name: Fill this in');
    await expect(line).toContainText('Institution: This institution is not in the register');
    await expectAccessible(page);
    await page.getByRole('combobox', { name: /^Nowhere/ }).selectOption({ label: 'Border' });
    await page.getByRole('button', { name: 'Remember 1 name and read again' }).click();
    await expect(line).not.toContainText('This institution is not in the register');
    await expect(page.getByRole('combobox', { name: /^Nowhere/ })).toHaveCount(0);
    await page.getByRole('checkbox', { name: 'Leave out Marić, Ivo' }).check();
  });

  await test.step('saving says what became of the lines, and gives the others back', async () => {
    await page.getByRole('button', { name: 'Save 1 line' }).click();
    await expect(page.getByText('The list was saved')).toBeVisible();
    await expect(page.getByText('1 person put on the list')).toBeVisible();
    await expectAccessible(page);
    const [rejects] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Lines not taken' }).click()]);
    const rows = await linesOf(rejects);
    expect(rows[0]?.at(-1)).toBe('Reason');
    expect(rows.slice(1).map((row) => [row[0], row[1], String(row.at(-1)).slice(0, 12)])).toEqual([['Marić', 'Ivo', 'Left out by '], ['Novaković', null, 'Given name: ']]);
  });

  await test.step('the same list again adds nobody; somebody of the same name is chosen, not guessed', async () => {
    await page.getByRole('link', { name: 'Choose another file' }).click();
    await upload(page, [...lines.slice(0, 3), 'Test;Novo;;;;;x;']);
    await expect(page.getByRole('listitem').filter({ hasText: 'Novaković' })).toContainText('Recorded already');
    await page.getByRole('button', { name: /^Save 2 lines/ }).click();
    await expect(page.getByText('2 people put on the list')).toBeVisible();
  });

  await page.getByRole('link', { name: /^Go to/ }).click();
  for (const name of ['Novaković', 'Marić']) await expect(page.getByRole('main')).toContainText(name);
});
