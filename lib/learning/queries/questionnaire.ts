import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { LinkScope } from '@/lib/links/rules';
import type { Language } from '@/lib/shared/vocabulary';
import { defaultItems } from '../rules/questionnaire';

export type ItemView = { id: string; textEn: string; textCnr: string };

const textOf = (language: Language) => (language === 'cnr' ? sql`i.text_cnr` : sql`i.text_en`);

/** The statements of a project's questionnaire; the default ones (without id) while it has none of its own. */
export async function questionnaireOf(viewer: Viewer, projectId: string): Promise<(Omit<ItemView, 'id'> & { id: string | null })[]> {
  if (!may(rolesIn(viewer, projectId), 'records.read')) return [];
  const rows = await database().execute<ItemView>(sql`
    select i.id, i.text_en as "textEn", i.text_cnr as "textCnr" from questionnaire_items i where i.project_id = ${projectId} and i.withdrawn_at is null order by i.position`);
  return rows.length > 0 ? rows : defaultItems.map((item) => ({ id: null, ...item }));
}

/** What the page behind a questionnaire link shows: no names, nothing of the place. */
export type LinkedQuestionnaire = { training: string; from: string | null; to: string | null; organisation: string | null; items: { id: string; text: string }[] };

/** The questionnaire that a link opens; null where its training is gone. */
export async function questionnaireBehind(link: LinkScope, language: Language): Promise<LinkedQuestionnaire | null> {
  const [row] = await database().execute<LinkedQuestionnaire>(sql`
    select a.title as training, coalesce(a.actual_start, a.planned_start) as "from", a.on_date as "to", j.implementer as organisation,
      (select coalesce(json_agg(json_build_object('id', i.id, 'text', ${textOf(language)}) order by i.position), '[]') from questionnaire_items i where i.project_id = a.project_id and i.withdrawn_at is null) as items
    from activities a join projects j on j.id = a.project_id where a.id = ${link.subjectId} and a.project_id = ${link.projectId} and a.kind = 'training'`);
  return row ?? null;
}
