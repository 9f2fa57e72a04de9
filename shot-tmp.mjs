import { chromium } from '@playwright/test';
const [,, who, lang, theme, width, ...paths] = process.argv;
const exe = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath: exe });
const context = await browser.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme: theme });
const page = await context.newPage();
const base = process.env.BASE ?? 'http://localhost:3954';
await context.addCookies([{ name: 'language', value: lang, url: base }, { name: 'NEXT_LOCALE', value: lang, url: base }, { name: 'locale', value: lang, url: base }]);
await page.goto(`${base}/sign-in`);
await page.getByRole('textbox').first().fill(`${who}@example.org`);
await page.locator('input[type=password]').fill('capacity-demo');
await page.locator('main button[type=submit]').first().click();
await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
let n = 0;
for (const path of paths) {
  await page.goto(base + path.split('@@')[0]);
  await page.waitForLoadState('networkidle');
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  const [, sel] = path.split('@@');
  const name = `/tmp/w/shots/${who}-${lang}-${theme}-${width}-${n++}.png`;
  if (sel) await page.locator(sel).first().screenshot({ path: name }); else await page.screenshot({ path: name, fullPage: true });
  console.log(name, path, 'overflow', over);
}
await browser.close();
