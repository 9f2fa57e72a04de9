import type { Browser, Page } from '@playwright/test';
import { anotherPage, expect, expectAccessible, signIn, test, type World } from './world';

const matrix = `Level,Statement,Unit,Target,Direction,Broken down by
Objective,Aim
Outcome,Effect
Indicator,Cases solved,%,80,More is better,
Indicator,Procedure adopted,yes/no,1,More is better,
Indicator,How units cooperate,qualitative,,,
Indicator,Officials interviewed,persons,40,More is better,Sex; Age band`;

/** A matrix with a reported indicator of every kind: 1.a percentage, 1.b yes or no, 1.c words, 1.d broken down. */
async function everyKind(page: Page, world: World) {
  await signIn(page, world.emails.manager, `/projects/${world.slug}/results/import`);
  await page.locator('input[type=file]').setInputFiles({ name: 'matrix.csv', mimeType: 'text/csv', buffer: Buffer.from(matrix) });
  await page.getByRole('main').getByRole('button', { name: /^Add/ }).click();
  await expect(page.getByText('The list was saved', { exact: true })).toBeVisible();
  await page.context().clearCookies();
}

/** The manager, in a browser of their own, approves the reading of a period; the indicator's page is left open. */
async function approved(page: Page, world: World, code: string, period: string) {
  await page.goto(`/projects/${world.slug}/indicators/${code}`);
  const reading = page.getByRole('region', { name: 'Readings per period' }).getByRole('listitem').filter({ has: page.getByRole('heading', { name: period }) });
  await reading.getByRole('button', { name: 'Approve', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve', exact: true }).click();
  await expect(reading.getByText('Approved', { exact: true }).first()).toBeVisible();
}
const managerPage = async (browser: Browser, world: World) => {
  const page = await anotherPage(browser);
  await signIn(page, world.emails.manager);
  return page;
};

test('readings of every kind are entered by hand one by one, wrong ones keep what was typed, and once approved the page shows them', async ({ page, world, browser }) => {
  test.setTimeout(180_000);
  await everyKind(page, world);
  await signIn(page, world.emails.staff);
  const main = page.getByRole('main');
  const enter = (code: string) => page.goto(`/projects/${world.slug}/indicators/${code}/readings/${world.periods.first}`);
  const handIn = () => main.getByRole('button', { name: 'Save and submit' }).click();
  const handedIn = async (code: string) => {
    await expect(page).toHaveURL(new RegExp(`indicators/${code}$`));
    await expect(main.getByRole('region', { name: 'Readings per period' }).getByText('Awaiting review')).toBeVisible();
  };

  await enter('1.a');
  await main.getByLabel('Part').fill('30');
  await handIn();
  await expect(main.getByLabel('Whole')).toHaveAttribute('aria-invalid', 'true');
  await main.getByLabel('Whole').fill('24');
  await handIn();
  await expect(main.getByLabel('Part')).toHaveAttribute('aria-invalid', 'true');
  await expect(main.getByLabel('Part')).toHaveValue('30');
  await expectAccessible(page);
  await main.getByLabel('Part').fill('6');
  await handIn();
  await handedIn('1.a');

  await enter('1.b');
  await handIn();
  await expect(main.getByLabel('Value')).toHaveAttribute('aria-invalid', 'true');
  await main.getByLabel('Value').selectOption('Yes');
  await handIn();
  await handedIn('1.b');

  await enter('1.c');
  await handIn();
  await expect(main.getByLabel('Value')).toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await main.getByLabel('Value').fill('Both units meet every week.');
  await handIn();
  await handedIn('1.c');

  await enter('1.d');
  await main.getByLabel('Value').fill('10');
  await main.getByLabel('Women').fill('6');
  await main.getByLabel('Men', { exact: true }).fill('3');
  await handIn();
  await expect(main.getByLabel('Women')).toHaveAttribute('aria-invalid', 'true');
  await expect(main.getByLabel('Men', { exact: true })).toHaveValue('3');
  await expectAccessible(page);
  await main.getByLabel('Men', { exact: true }).fill('4');
  await main.getByLabel('25–34').fill('10');
  await handIn();
  await handedIn('1.d');

  const manager = await managerPage(browser, world);
  const row = manager.getByRole('table', { name: 'Actual by period' }).getByRole('row').filter({ hasText: '2019-1' });
  await approved(manager, world, '1.a', '2019-1');
  await expect(row).toContainText(/25\s%6 of 24.*25\s%6 of 24/);
  await expect(manager.getByRole('main').getByText('6 of 24', { exact: true }), 'the figure, its period, all up to that and to the next, and the reading itself').toHaveCount(5);
  await expectAccessible(manager);
  await approved(manager, world, '1.b', '2019-1');
  await expect(row).toContainText('Yes');
  await approved(manager, world, '1.c', '2019-1');
  await expect(manager.getByRole('main').getByText('Both units meet every week.').first(), 'the words are the figure').toBeVisible();
  await expectAccessible(manager);
  await approved(manager, world, '1.d', '2019-1');
  await expect(row).toContainText('10');
  await expect(manager.getByText('Women: 6, Men: 4, 25–34: 10')).toBeVisible();
});

test('the grid takes every kind too: part and whole, yes or no, words and parts behind a cell', async ({ page, world, browser }) => {
  test.setTimeout(180_000);
  await everyKind(page, world);
  await signIn(page, world.emails.staff, `/projects/${world.slug}/indicators/readings`);
  const main = page.getByRole('main');
  const details = (code: string) => main.getByRole('button', { name: `Details: ${code}, 2019-2` }).click();
  await details('1.a');
  await main.getByLabel('Part').fill('8');
  await main.getByLabel('Whole').fill('10');
  await main.getByLabel('1.b, 2019-2', { exact: true }).selectOption('No');
  await main.getByLabel('1.c, 2019-2', { exact: true }).fill('They share one register.');
  await main.getByLabel('1.d, 2019-2', { exact: true }).fill('5');
  await details('1.d');
  await main.getByLabel('Women').fill('4');
  await main.getByRole('button', { name: 'Save and submit all' }).click();
  await expect(main.getByLabel('Women'), 'the parts do not add up').toHaveAttribute('aria-invalid', 'true');
  await expectAccessible(page);
  await main.getByLabel('Women').fill('5');
  await main.getByRole('button', { name: 'Save and submit all' }).click();
  await expect(main.getByText('Awaiting review')).toHaveCount(4);
  await page.reload();
  await expect(main.getByText('80\u00a0% (8 of 10)').first()).toBeVisible();
  await expect(main.getByLabel('1.b, 2019-2', { exact: true })).toHaveValue('0');
  await expect(main.getByLabel('1.c, 2019-2', { exact: true })).toHaveValue('They share one register.');
  await expectAccessible(page);

  const manager = await managerPage(browser, world);
  const row = manager.getByRole('table', { name: 'Actual by period' }).getByRole('row').filter({ hasText: '2019-2' });
  await approved(manager, world, '1.a', '2019-2');
  await expect(row).toContainText(/80\s%8 of 10/);
  await approved(manager, world, '1.b', '2019-2');
  await expect(row).toContainText('No');
});
