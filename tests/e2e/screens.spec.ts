import { gzipSync } from 'node:zlib';
import { expect, expectAccessible, test } from './world';
import { password } from './world';

const screens = ['', '/arrange', '/results', '/indicators', '/indicators/1.3.b', '/indicators/1.c', '/as-of?day=2019-03-01', '/indicators/1.c?day=2019-03-01', '/indicators/1.3.b?day=2019-03-01', '/results?edit=on', '/results/import', '/indicators/readings', '/indicators/1.3.b/explain', '/indicators/1.c/explain?list=out', '/indicators/1.3.b/explain?day=2019-03-01&list=out', '/activities', '/activities?kind=training&review=approved', '/activities/TR-001', '/activities/TR-001/certificates', '/activities/ME-006', '/activities/ME-003', '/activities/EQ-001', '/activities/equipment/new', '/activities/TR-001/questionnaire', '/follow-ups', '/follow-ups?standing=settled', '/people', '/people/capacity', '/people/import', '/people/duplicates', '/people/retention', '/people/trainers', '/activities/TR-005/import', '/equipment', '/equipment/new', '/equipment/import', '/equipment/budget', '/equipment/checks', '/equipment/checks/new', '/equipment/labels', '/action-points', '/action-points?view=board', '/action-points/1', '/action-points/new', '/decisions', '/cooperation', '/cooperation?level=top&weight=people', '/cooperation?kind=regional', '/review', '/reports', '/deadlines', '/places', '/workplan', '/workplan?month=2019-03', '/settings', '/settings/questionnaire', '/settings/audit'];

for (const [language, width, theme] of [['en', 1440, 'light'], ['cnr', 390, 'dark']] as const) {
  test(`every screen of the demo project is accessible and fits: ${language}, ${width} px, ${theme}`, async ({ browser, baseURL }) => {
    test.setTimeout(480_000); // some forty screens, each looked through by axe
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    await context.addCookies([{ name: 'language', value: language, url: baseURL }, { name: 'theme', value: theme, url: baseURL }]);
    const page = await context.newPage();
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(`${page.url()} ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`${page.url()} ${error.message}`));
    await page.goto('/sign-in');
    await expectAccessible(page);
    await page.locator('input[name=email]').fill('manager@example.org');
    await page.locator('input[name=password]').fill(password);
    await page.locator('main button[type=submit]').first().click();
    await page.waitForURL(/\/projects/);
    await expectAccessible(page);
    for (const screen of screens) {
      const response = await page.goto(`/projects/px-0009${screen}`);
      expect(response?.status(), screen).toBe(200);
      await expectAccessible(page);
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(sideways, `${screen} scrolls sideways`).toBeLessThanOrEqual(0);
      const cut = await page.locator('.scroll-x:has(table.stack)').evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.getAttribute('aria-label')));
      if (width < 640) expect(cut, `${screen}: cards that scroll sideways`).toEqual([]);
      const untranslated = await page.getByText(/\b[a-z][A-Za-z]+\.[a-z][A-Za-z]+\.[a-z][A-Za-z.]+\b/).filter({ hasNotText: /@|people\.|meetings\.|equipment\./ }).count();
      expect(untranslated, `${screen} shows message keys`).toBe(0);
    }
    expect(problems).toEqual([]);
  });
}

test('without JavaScript one signs in, reads, filters and changes language', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill('staff@example.org');
  await page.locator('input[name=password]').fill(password);
  await page.locator('main button[type=submit]').first().click();
  await expect(page).toHaveURL(/\/projects/);
  await page.goto('/projects/px-0009/activities?q=financial');
  await expect(page.getByRole('main')).toContainText('Financial and online investigation');
});

test('a wrong password says the same for any account, and waiting starts after some tries', async ({ page }) => {
  const attempt = async (email: string) => {
    await page.goto('/sign-in');
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill('not the password');
    await page.locator('main button[type=submit]').first().click();
    const alert = page.getByRole('alert').filter({ hasText: /\S/ }).first();
    await expect(alert).toBeVisible();
    return alert.innerText();
  };
  expect(await attempt('donor@example.org')).toBe(await attempt('nobody.at.all@example.org'));
  await attempt('slow@example.org');
  await attempt('slow@example.org');
  await attempt('slow@example.org');
  expect(await attempt('slow@example.org')).toMatch(/\d/);
});

// DESIGN §6: a page to read ships at most 155 kB of script, a page to enter at most 215 kB (gzip).
test('pages ship little script', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill('staff@example.org');
  await page.locator('input[name=password]').fill(password);
  await page.locator('main button[type=submit]').first().click();
  await page.waitForURL(/\/projects/);
  for (const [path, limit] of [['/projects', 155], ['/projects/px-0009', 155], ['/projects/px-0009/activities', 155], ['/projects/px-0009/activities/training/new', 215]] as const) {
    const scripts = new Map<string, Promise<number>>();
    page.on('response', (response) => response.request().resourceType() === 'script' && scripts.set(response.url(), response.body().then((body) => gzipSync(body).length)));
    await page.goto(path, { waitUntil: 'networkidle' });
    page.removeAllListeners('response');
    const sizes = await Promise.all(scripts.values());
    const total = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    expect(sizes.length, path).toBeGreaterThan(3);
    expect(total, `${path} ships ${total.toFixed(1)} kB`).toBeLessThanOrEqual(limit);
  }
});
