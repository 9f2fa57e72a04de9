import { useTranslations } from 'next-intl';
import { TextLink } from '@/components/ui/link';
import { Card } from '@/components/ui/page';
import { useFormat } from '@/lib/i18n/use-format';
import type { MeetingAttendance } from '@/lib/meetings/queries';

/** The meetings behind one number of the matrix. */
export function SharedMeetings({ base, meetings, first, second }: { base: string; meetings: MeetingAttendance[]; first: string; second: string | null }) {
  const t = useTranslations('cooperation');
  const format = useFormat();
  return (
    <Card id="shared" className="mt-6" title={second ? t('sharedBy', { first, second }) : t('attendedBy', { unit: first })} description={t('count', { n: meetings.length })}>
      <ul className="divide-y divide-line">
        {meetings.map((meeting) => (
          <li key={meeting.id} className="flex flex-wrap justify-between gap-x-4 py-2">
            <TextLink href={`${base}/activities/${meeting.reference}`}>{meeting.reference} · {meeting.title}</TextLink>
            <span className="tabular text-soft">{format.date(meeting.date)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
