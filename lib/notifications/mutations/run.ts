import 'server-only';
import { env } from '@/lib/env';
import { composeDigests } from './compose';
import { type Delivered, deliverMails, mailServer } from './deliver';

/** One run of the sender: writes what is due, sends what waits. For the timer in the server and for cron. */
export async function runNotifications(): Promise<Delivered & { written: number }> {
  const written = await composeDigests();
  return { written, ...(await deliverMails(mailServer(env()))) };
}

const everyMs = 5 * 60_000;
const firstMs = 20_000;
const held = globalThis as { capacitySender?: NodeJS.Timeout };

/** Runs the sender every five minutes for as long as the server lives; a run that fails says so and is tried again. Once per process, over hot reloads too. */
export function startSender(): void {
  if (held.capacitySender) return;
  const run = async () => {
    await runNotifications().catch((error: Error) => console.error(`Notifications: ${error.message}`));
    schedule(everyMs);
  };
  const schedule = (ms: number) => {
    held.capacitySender = setTimeout(run, ms);
    held.capacitySender.unref();
  };
  schedule(firstMs);
}
