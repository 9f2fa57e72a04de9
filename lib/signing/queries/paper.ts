import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { Language } from '@/lib/shared/vocabulary';
import { handOverSigning, type SigningView } from './record';

type Facts = { id: string; title: string; place: string | null; organisation: string | null; names: Record<string, string> };
export type CertificateFacts = SigningView & { activityId: string; title: string; place: string | null; organisation: string | null; recipient: string[] };

/** What the printed certificate of a hand-over says, names in these languages; null where there is none for this viewer. */
export async function certificateFacts(viewer: Viewer, projectId: string, reference: string, languages: readonly Language[]): Promise<CertificateFacts | null> {
  if (!may(rolesIn(viewer, projectId), 'records.read')) return null;
  const [row] = await database().execute<Facts>(sql`
    select a.id, a.title, p.name as place, j.implementer as organisation,
      coalesce((select json_object_agg(n.language, n.name) from institution_names n where n.institution_id = h.recipient_institution_id and n.valid_to is null), '{}') as names
    from activities a join hand_overs h on h.activity_id = a.id join projects j on j.id = a.project_id left join places p on p.id = a.place_id
    where a.project_id = ${projectId} and a.reference = ${reference}`);
  const signing = row && (await handOverSigning(viewer, projectId, row.id));
  if (!signing) return null;
  const { id: activityId, title, place, organisation, names } = row;
  return { ...signing, activityId, title, place, organisation, recipient: languages.map((language) => names[language] ?? names.en ?? '') };
}
