import 'server-only';
import ical, { ICalEventTransparency } from 'ical-generator';
import { addDays } from '@/lib/shared/dates';

export type IcsEntry = { id: string; reference: string; title: string; place: string | null; from: string; to: string; updatedAt: string };

/** A calendar of whole days (RFC 5545). The end of a whole day is the day after it; each entry keeps its UID, so that a moved one moves. */
export function workplanCalendar(name: string, host: string, entries: readonly IcsEntry[]): string {
  const calendar = ical({ name, prodId: { company: 'Capacity Tracker', product: 'Workplan', language: 'EN' }, ttl: 3600 });
  for (const { id, reference, title, place, from, to, updatedAt } of entries) {
    calendar.createEvent({ id: `${id}@${host}`, allDay: true, start: new Date(`${from}T00:00:00Z`), end: new Date(`${addDays(to, 1)}T00:00:00Z`), stamp: new Date(updatedAt), summary: [reference, title].filter(Boolean).join(' '), location: place, transparency: ICalEventTransparency.TRANSPARENT });
  }
  return calendar.toString();
}
