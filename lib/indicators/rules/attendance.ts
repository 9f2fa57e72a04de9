/**
 * Attended an activity = present in at least `threshold` (0…1) of its sessions (DOMAIN §2.2).
 * Compared in thousandths, so that 4 of 5 sessions is exactly 80 %. Without sessions nobody attended.
 */
export const attended = (present: number, sessions: number, threshold: number): boolean =>
  sessions > 0 && present * 1000 >= Math.round(threshold * 1000) * sessions;
