import { env } from '@/lib/env';

// Started by scripts/lib/app.mjs: says which setting is malformed before anything is served with it.
try {
  env();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
