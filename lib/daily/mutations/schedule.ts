import 'server-only';
import { countOutdated, runDaily } from './run';

const everyMs = 60 * 60_000;
const firstMs = 60_000;
const held = globalThis as { capacityDaily?: NodeJS.Timeout };

/**
 * Looks every hour for what the day has brought, for as long as the server lives: projects lie in different time zones, and a server may have slept. A run
 * that fails says so and is tried again. Figures that an older version of the app has counted are counted anew at once. Once per process, over hot reloads too.
 */
export function startDaily(): void {
  if (held.capacityDaily) return;
  const report = (error: Error) => console.error(`Daily work: ${error.message}`);
  const run = async () => {
    await runDaily().catch(report);
    schedule(everyMs);
  };
  const schedule = (ms: number) => {
    held.capacityDaily = setTimeout(run, ms);
    held.capacityDaily.unref();
  };
  countOutdated().catch(report);
  schedule(firstMs);
}
