import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/ensure-browser.mjs';

const port = Number(process.env.E2E_PORT || 3101);
const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  timeout: 60_000, // each test makes a world of its own first; a slow machine needs more than half a minute for both
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en',
    trace: 'off',
    launchOptions: { executablePath: await findBrowser(), args: [...asRoot, ...quiet] },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  expect: { timeout: 10_000 },
  webServer: {
    command: 'node scripts/e2e-server.mjs',
    url: `http://127.0.0.1:${port}/api/health`,
    timeout: 600_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: { E2E_PORT: String(port) },
    stdout: 'ignore',
  },
});
