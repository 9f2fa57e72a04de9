import path from 'node:path';
import { defineConfig } from 'vitest/config';

// A zone with an odd offset, far from the project's: code that takes the machine's time zone by accident fails here.
process.env.TZ = 'Asia/Kathmandu';

const at = (file: string) => path.resolve(import.meta.dirname, file);

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${at('.')}/` },
      { find: /^server-only$/, replacement: at('tests/support/empty.ts') },
    ],
  },
  test: {
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 180_000, // loading the demo project takes a minute where others use the machine
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          setupFiles: ['tests/support/database.ts'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['lib/**/rules.ts', 'lib/**/rules/**/*.ts'],
      reporter: [['text', { skipFull: true }], 'json-summary'],
      reportsDirectory: 'coverage',
      thresholds: { lines: 95, branches: 95 },
    },
  },
});
