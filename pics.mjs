import { chromium } from '@playwright/test';
import fs from 'node:fs';
const base = process.env.BASE ?? 'http://localhost:3900';
const out = process.env.OUT ?? '/tmp/w/pics';
fs.mkdirSync(out, { recursive: true });
const [,, email, language, width, theme, ...paths] = process.argv;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: Number(width), height: 900 } });
await context.addCookies([{ name: 'language', value: language, url: base }, { name: 'theme', value: theme, url: base }]);
const page = await context.newPage();
await page.goto(base + '/sign-in');
if (email !== '-') {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill('capacity-demo');
  await page.locator('main button[type=submit]').first().click();
  await page.waitForURL(/\/projects/);
}
for (const p of paths) {
  await page.goto(base + p, { waitUntil: 'networkidle' });
  const name = `${p.replace(/^\/projects\/px-0009/, 'P').replace(/[/?=&]/g, '_')}-${language}-${width}-${theme}.png`;
  await page.screenshot({ path: `${out}/${name}`, fullPage: true });
  console.log(name, await page.evaluate(() => document.documentElement.scrollHeight));
}
await browser.close();
