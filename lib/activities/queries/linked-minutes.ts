import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { activities, projects } from '@/db/schema';
import type { LinkScope } from '@/lib/links/rules';
import { outsideOf } from '@/lib/meetings/rules';
import type { Language } from '@/lib/shared/vocabulary';
import { loadDetail, type MeetingView } from './details';

export type LinkedMinutes = Pick<MeetingView, 'agenda' | 'decisions' | 'minutes'> & { title: string; reference: string; onDate: string | null; organisation: string | null; actionPoints: { id: string; number: number; text: string; institution: string; dueDate: string | null }[]; institutions: { id: string; name: string }[] };

/** The minutes behind a link for comments, as they may go outside: without restricted items and without names of people. Null once agreed, restricted or withdrawn. */
export async function minutesBehind(link: LinkScope, language: Language): Promise<LinkedMinutes | null> {
  const name = (id: string) => sql.raw(`coalesce((select n.name from institution_names n where n.institution_id = ${id} and n.valid_to is null order by n.language = '${language === 'cnr' ? 'cnr' : 'en'}' desc, n.language limit 1), '')`);
  const [[row], detail] = await Promise.all([
    database()
      .select({
        ...{ title: activities.title, reference: activities.reference, onDate: activities.onDate, reviewState: activities.reviewState, organisation: projects.implementer },
        institutions: sql<{ id: string; name: string }[]>`(select coalesce(json_agg(json_build_object('id', i.id, 'name', ${name('i.id')}) order by ${name('i.id')}), '[]') from institutions i where i.id in (
          select r.institution_id from participants r where r.activity_id = ${link.subjectId} union select h.institution_id from headcounts h where h.activity_id = ${link.subjectId} union select e.institution_id from expected_attendance e where e.activity_id = ${link.subjectId}))`,
        responsible: sql<Record<string, string>>`(select coalesce(json_object_agg(p.id, ${name('p.institution_id')}), '{}') from action_points p where p.activity_id = ${link.subjectId})`,
      })
      .from(activities)
      .innerJoin(projects, eq(projects.id, activities.projectId))
      .where(eq(activities.id, link.subjectId)),
    loadDetail('meeting', link.subjectId),
  ]);
  const open = outsideOf(detail);
  if (!row || row.reviewState === 'withdrawn' || detail.agreedOn || !open) return null;
  const { responsible, reviewState: _state, ...about } = row;
  const actionPoints = open.actionPoints.map(({ id, number, text, dueDate }) => ({ id, number, text, dueDate, institution: responsible[id] ?? '' }));
  return { ...about, agenda: open.agenda.map((item) => ({ ...item, presenter: null })), decisions: open.decisions, minutes: detail.minutes, actionPoints };
}
