import 'server-only';
import { sql } from 'drizzle-orm';
import { fundDeadlines, isOwed, soonDays } from '@/lib/deadlines/rules';
import { wordsOf } from '@/lib/i18n/wording';
import type { DeadlineKind, Language } from '@/lib/shared/vocabulary';
import { noticeKey, occasionOn } from '../../rules/occasion';
import type { Moment } from './source';

type Project = { id: string; startDate: string | null; endDate: string | null; done: string[] };

const words = { en: wordsOf('en', 'vocabulary'), cnr: wordsOf('cnr', 'vocabulary') };
const named = (language: Language, kind: DeadlineKind, number: number | null) => [words[language](`deadlineKinds.${kind}`), number].filter((part) => part !== null).join(' ');

/** Deadlines of the Fund that nobody marked as met, from a month before (DOMAIN §6): to managers. */
export async function fundDeadlinesDue({ tx, today, listening }: Moment) {
  const rows = await tx.execute<Project>(sql`
    select p.id, p.start_date as "startDate", p.end_date as "endDate", array(select d.key from deadlines_met d where d.project_id = p.id) as done
    from projects p where p.id = any(${sql.param(listening)}::uuid[]) and p.status in ('planned', 'active', 'completed') and (p.start_date is not null or p.end_date is not null)`);
  return rows.flatMap(({ id, startDate, endDate, done }) => {
    const day = today(id);
    if (!day) return [];
    return fundDeadlines(startDate, endDate).flatMap(({ key, kind, number, due }) => {
      const occasion = done.includes(key) || (due < day && !isOwed({ kind })) ? null : occasionOn(due, day, { soon: soonDays, weeks: 8 });
      return occasion ? [{ key: noticeKey(`deadline:${id}:${key}`, due, occasion), kind: 'deadline' as const, projectId: id, to: { roles: ['manager'] as const }, text: { en: named('en', kind, number), cnr: named('cnr', kind, number) }, dueOn: due, page: '/deadlines' }] : [];
    });
  });
}
