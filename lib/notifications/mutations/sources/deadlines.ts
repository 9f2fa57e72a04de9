import 'server-only';
import { sql } from 'drizzle-orm';
import { metOf } from '@/db/deadlines-met';
import { fundDeadlines, type Met, soonDays, standing } from '@/lib/deadlines/rules';
import { wordsOf } from '@/lib/i18n/wording';
import type { DeadlineKind, Language } from '@/lib/shared/vocabulary';
import { noticeKey, occasionOn } from '../../rules/occasion';
import type { Moment } from './source';

type Project = { id: string; startDate: string | null; endDate: string | null } & Met;

const words = { en: wordsOf('en', 'vocabulary'), cnr: wordsOf('cnr', 'vocabulary') };
const named = (language: Language, kind: DeadlineKind, number: number | null) => [words[language](`deadlineKinds.${kind}`), number].filter((part) => part !== null).join(' ');

/** Deadlines of the Fund that nobody marked as met and no issued report answers, from a month before (DOMAIN §6): to managers. */
export async function fundDeadlinesDue({ tx, today, listening }: Moment) {
  const rows = await tx.execute<Project>(sql`
    select p.id, p.start_date as "startDate", p.end_date as "endDate", ${metOf(sql`p.id`)}
    from projects p where p.id = any(${sql.param(listening)}::uuid[]) and p.status in ('planned', 'active', 'completed') and (p.start_date is not null or p.end_date is not null)`);
  return rows.flatMap(({ id, startDate, endDate, ...met }) => {
    const day = today(id);
    if (!day) return [];
    return standing(fundDeadlines(startDate, endDate), met, day).flatMap(({ key, kind, number, due, state }) => {
      const occasion = state === 'done' || state === 'passed' ? null : occasionOn(due, day, { soon: soonDays, weeks: 8 });
      return occasion ? [{ key: noticeKey(`deadline:${id}:${key}`, due, occasion), kind: 'deadline' as const, projectId: id, to: { roles: ['manager'] as const }, text: { en: named('en', kind, number), cnr: named('cnr', kind, number) }, dueOn: due, page: '/deadlines' }] : [];
    });
  });
}
