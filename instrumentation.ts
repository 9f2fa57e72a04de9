/** Called by Next once when a server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  if (process.env.CAPACITY_CLOCK === '0') return; // another process of this server does what the clock asks for (scripts/lib/servers)
  const [{ startSender }, { startDaily }] = await Promise.all([import('./lib/notifications/mutations/run'), import('./lib/daily/mutations/schedule')]);
  startSender();
  startDaily();
}
