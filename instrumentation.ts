/** Called by Next once when a server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ startSender }, { startDaily }] = await Promise.all([import('./lib/notifications/mutations/run'), import('./lib/daily/mutations/schedule')]);
  startSender();
  startDaily();
}
