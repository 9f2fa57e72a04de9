import 'server-only';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addDays, momentIn } from '@/lib/shared/dates';
import { disposition } from '@/lib/storage/names';

export type Invitation = {
  /** the same for the meeting as long as it exists */
  uid: string;
  /** raised by every change of what, when and where; a calendar keeps the highest */
  sequence: number;
  changedAt: Date;
  cancelled: boolean;
  title: string;
  from: string;
  to: string;
  startTime: string | null;
  endTime: string | null;
  timeZone: string;
  location: string;
  description: string;
  organizer: { name: string; email: string };
};

/**
 * An invitation as a calendar file (RFC 5546): the event, or its cancellation. Without times it takes whole days; times stand in UTC. It goes to everybody
 * as one file, so it names nobody who is invited: their addresses are not each other's to see (DOMAIN §5). Hence published, not a request to one person.
 */
export function invitationIcs(invitation: Invitation): string {
  const { uid, sequence, changedAt, cancelled, title, from, to, startTime, endTime, timeZone, location, description, organizer } = invitation;
  const calendar = ical({ prodId: { company: 'Capacity Tracker', product: 'Meetings' }, method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH });
  const start = startTime ? momentIn(timeZone, from, startTime) : new Date(`${from}T00:00:00Z`);
  const end = startTime ? momentIn(timeZone, to, endTime ?? startTime) : new Date(`${addDays(to, 1)}T00:00:00Z`);
  calendar.createEvent({
    ...{ id: uid, sequence, stamp: changedAt, lastModified: changedAt, start, end: startTime && !endTime ? null : end, allDay: startTime === null },
    ...{ summary: title, location: location || null, description: description || null, status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED },
    organizer: { name: organizer.name, email: organizer.email },
  });
  return calendar.toString();
}

/** A calendar file as the answer of a route. */
export const icsResponse = (text: string, name: string, method: 'PUBLISH' | 'CANCEL'): Response =>
  new Response(text, { headers: { 'content-type': `text/calendar; charset=utf-8; method=${method}`, 'content-disposition': disposition('attachment', `${name}.ics`), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } });
