/** Seconds to wait after this many failures in a row: three are free, then 2, 4, 8 … up to a minute. An account is never locked. */
export const delayAfter = (failures: number): number => (failures < 3 ? 0 : Math.min(2 ** (failures - 2), 60));

/** Seconds still to wait at `now`; 0 when the next try may come. Failures older than an hour are forgotten. */
export function waitSeconds(state: { failures: number; lastAt: Date } | undefined, now: Date): number {
  if (!state) return 0;
  const elapsed = (now.getTime() - state.lastAt.getTime()) / 1000;
  return elapsed > 3600 ? 0 : Math.max(0, Math.ceil(delayAfter(state.failures) - elapsed));
}

/** A path of this app to go to after sign-in; anything else (another site, a script) becomes the project list. */
export const safeNext = (next: unknown): string => (typeof next === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(next) && !next.startsWith('/sign-in') ? next : '/projects');
