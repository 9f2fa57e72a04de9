import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, expectAccessible, signIn, test } from './world';

type Words = { [key: string]: string | Words };
const texts = (language: string, file: string) => JSON.parse(readFileSync(path.resolve(import.meta.dirname, `../../messages/${language}/${file}.json`), 'utf8')) as Words;
const file = (name: string, text: string) => ({ name, mimeType: name.endsWith('.xml') ? 'application/xml' : 'text/csv', buffer: Buffer.from(text) });
const iati = (inside: string, version = '2.03') => `<?xml version="1.0"?>\n<iati-activities version="${version}">\n<iati-activity>\n${inside}\n</iati-activity>\n</iati-activities>`;

for (const language of ['en', 'cnr']) {
  const files: Words = Object.fromEntries(['errors', 'results', 'settings', 'indicators', 'imports'].map((name) => [name, texts(language, name)]));
  /** The text under a key of a file: 'results.edit.save'. */
  const t = (key: string): string => String(key.split('.').reduce<string | Words | undefined>((node, part) => (typeof node === 'object' ? node[part] : undefined), files) ?? key);
  const said = (key: string, n: string | number = '') => t(`errors.${key}`).replaceAll('{n}', String(n));

  test(`what cannot be is refused where it was written, and stays there to be corrected (${language})`, async ({ page, world, baseURL }) => {
    test.setTimeout(180_000);
    const base = `/projects/${world.slug}`;
    const main = page.getByRole('main');
    await signIn(page, world.emails.manager);
    await page.context().addCookies([{ name: 'language', value: language, url: baseURL }]);
    const wrongAt = async (field: ReturnType<typeof main.getByLabel>, message: string) => {
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveAccessibleDescription(new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
    };

    // A file with a text where a number belongs, a filter that can never be true, a target that goes nowhere: each by its cell.
    await page.goto(`${base}/results/import`);
    const upload = page.locator('input[type=file]');
    const heads = 'Level,Statement,Unit,Measure,Filter: topic,Filter: output,Baseline,Target';
    await upload.setInputFiles(file('matrix.csv', `${heads}\nObjective,Aim\nIndicator,Cases,cases,,,,three,12\nIndicator,Items,items,equipment.handedOver,Documents,,0,5\nIndicator,Away,persons,people.uniqueTrained,,7.7,0,"1,200"\nIndicator,Nowhere,cases,,,,,5`));
    for (const told of [`G3 (${t('results.import.columns.baseline')}): ${said('notANumber')}`, `E4 (${t('results.import.columns.filter.topic')}): ${said('filterImpossible')}`, `F5 (${t('results.import.columns.filter.outputId')}): ${said('noOutputNamed')}`, `H5 (${t('results.import.columns.target')}): ${said('thousandsOrDecimals', 1200)}`, `H6 (${t('results.import.columns.target')}): ${said('directionNeeded')}`]) await expect(main.getByText(told)).toBeVisible();
    await expectAccessible(page);

    // An IATI file of another version, and one with a result that lacks its title.
    await page.goto(`${base}/results/import`);
    await upload.setInputFiles(file('old.xml', iati('', '2.02')));
    await expect(main.getByText(said('iatiVersion', '2.02'))).toBeVisible();
    await upload.setInputFiles(file('broken.xml', iati('<result type="1">\n</result>')));
    await expect(main.getByText(said('iatiBroken', '4 <result/title>'))).toBeVisible();
    await upload.setInputFiles(file('cut.xml', iati('<result type="1">')));
    await expect(main.getByText(said('iatiNotXml', 5))).toBeVisible();
    await expectAccessible(page);

    // A good one brings another output, which can take over what the first one holds.
    await upload.setInputFiles(file('matrix.csv', 'Level,Statement\nObjective,Aim\nOutcome,Effect\nOutput,Heir'));
    await main.getByRole('button', { name: new RegExp((t('results.import.commit')).split(' ')[0] ?? '') }).click();
    await expect(main.getByText(t('imports.done'), { exact: true })).toBeVisible();

    // A result that holds something goes only when another takes it over.
    await page.goto(`${base}/results?edit=on`);
    const output = page.getByRole('region').filter({ has: page.getByRole('heading', { name: 'Output', exact: true }) });
    await output.getByRole('button', { name: new RegExp(`^${t('results.edit.remove')}`) }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t('results.edit.remove'), exact: true }).click();
    const heir = dialog.getByRole('combobox');
    await expect(heir).toHaveAttribute('aria-invalid', 'true');
    await expect(dialog.getByText(new RegExp(said('resultHolds', '\\d+'))).first()).toBeVisible();
    await expectAccessible(page);
    await heir.selectOption({ label: '1.1 Heir' });
    await dialog.getByRole('button', { name: t('results.edit.remove'), exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'Output', exact: true })).toHaveCount(0);
    await expect(page.getByRole('row', { name: /Trained/ })).toBeVisible();

    // A target without direction; then one on the wrong side of the baseline.
    await page.getByRole('link', { name: new RegExp(`^${t('results.edit.addIndicator')}`) }).last().click();
    await page.waitForURL(/indicator=/);
    const sheet = page.getByRole('form', { name: t('results.sheet.new') });
    await sheet.getByLabel(t('results.sheet.statement'), { exact: true }).fill('Cases');
    await sheet.getByRole('radio').nth(1).check();
    await sheet.getByRole('textbox', { name: t('results.sheet.unit'), exact: true }).fill('cases');
    const target = sheet.getByRole('textbox', { name: new RegExp(`^${t('results.sheet.target')}`) });
    await target.fill('5');
    await sheet.getByRole('button', { name: t('results.edit.save') }).click();
    const direction = sheet.getByRole('combobox', { name: t('results.sheet.direction') });
    await wrongAt(direction, said('required'));
    await direction.selectOption('increase');
    await sheet.getByRole('textbox', { name: new RegExp(`^${t('results.sheet.baseline')} |^${t('results.sheet.baseline')}$`) }).fill('9');
    await sheet.getByRole('button', { name: t('results.edit.save') }).click();
    await wrongAt(target, said('targetAgainstDirection'));
    await expect(target).toHaveValue('5');
    await expect(sheet.getByLabel(t('results.sheet.statement'), { exact: true })).toHaveValue('Cases');

    // A reading of a day before the project.
    await page.goto(`${base}/indicators/1.1.b/readings/${world.periods.first}`);
    await main.getByLabel(t('indicators.reading.value')).first().fill('3');
    const readOn = main.getByLabel(t('indicators.reading.readOn'));
    await readOn.fill('2018-12-31');
    await main.getByRole('button', { name: t('indicators.reading.save'), exact: true }).click();
    await wrongAt(readOn, said('readOutsideProject'));
    await expect(readOn).toHaveValue('2018-12-31');
    await expect(main.getByLabel(t('indicators.reading.value')).first()).toHaveValue('3');

    // A period that shares days with another.
    await page.goto(`${base}/settings`);
    await main.getByText(t('settings.periods.add'), { exact: true }).first().click();
    const form = page.getByRole('form', { name: t('settings.periods.add') });
    await form.getByLabel(t('settings.periods.name'), { exact: true }).fill('Summer');
    await form.getByLabel(t('settings.periods.from'), { exact: true }).fill('2019-06-01');
    await form.getByLabel(t('settings.periods.to'), { exact: true }).fill('2019-08-31');
    await form.getByRole('button', { name: t('settings.periods.save') }).click();
    await wrongAt(form.getByLabel(t('settings.periods.from'), { exact: true }), said('periodOverlaps', '2019-1'));
    await expect(form.getByLabel(t('settings.periods.name'), { exact: true })).toHaveValue('Summer');
    await expectAccessible(page);
  });
}
