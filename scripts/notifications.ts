import { closeDatabase } from '@/db/client';
import { env } from '@/lib/env';
import { mailServer } from '@/lib/notifications/mutations/deliver';
import { runNotifications } from '@/lib/notifications/mutations/run';

const help = `Usage: npm run notifications -- send

  send       write the digests that are due and send what waits; for cron, beside or instead of the running server.
             Two at once send nothing twice. Without SMTP_URL the mails stay in the outbox (Administration → Outbox).`;

try {
  const [command = 'help', ...more] = process.argv.slice(2);
  if (command === 'send' && more.length === 0) {
    const { written, sent, later, failed, kept } = await runNotifications();
    const where = mailServer(env()) ? `${sent} sent, ${later} to be tried again, ${failed} given up` : `${kept} kept in the outbox, because SMTP_URL is not set`;
    console.log(`Digests written: ${written}. Mails: ${where}.`);
  } else {
    console.log(help);
    process.exitCode = command === 'help' ? 0 : 1;
  }
} catch (error) {
  process.exitCode = 1;
  console.error((error as Error).message);
} finally {
  await closeDatabase();
}
