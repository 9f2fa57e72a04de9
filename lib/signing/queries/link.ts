import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import type { LinkScope } from '@/lib/links/rules';
import type { Language, ReviewState } from '@/lib/shared/vocabulary';
import { contentOf } from '../mutations/content';
import { contentSha, type HandOverContent, isSignable } from '../rules';

/** What the page behind a signing link shows: the hand-over word for word, and nothing beside it. */
export type LinkedHandOver = { content: HandOverContent; sha: string; title: string; organisation: string | null; recipient: string; place: string | null };

/** The hand-over that a link opens; null where it is settled or withdrawn. */
export async function handOverBehind(link: LinkScope, language: Language): Promise<LinkedHandOver | null> {
  const [row] = await database().execute<Omit<LinkedHandOver, 'sha'> & { state: ReviewState }>(sql`
    select ${contentOf(sql`a.id`)} as content, a.title, a.review_state as state, j.implementer as organisation, p.name as place,
      coalesce((select n.name from institution_names n where n.institution_id = h.recipient_institution_id and n.valid_to is null and n.language in (${language}, 'en') order by n.language = ${language} desc limit 1), '') as recipient
    from activities a join hand_overs h on h.activity_id = a.id join projects j on j.id = a.project_id left join places p on p.id = a.place_id
    where a.id = ${link.subjectId} and a.project_id = ${link.projectId}`);
  if (!row || !isSignable(row.state)) return null;
  const { state: _state, ...shown } = row;
  return { ...shown, sha: contentSha(shown.content) };
}
