import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { isId } from '@/lib/shared/ids';
import type { Sex } from '@/lib/shared/vocabulary';
import { byName, firstNamed, namedInRegister } from './names';

export type FoundPerson = { id: string; name: string; givenName: string; familyName: string; sex: Sex; birthYear: number | null; institutionId: string | null; post: string | null };

const atMost = 20;

/**
 * People for a picker: of this project and of the others that the viewer records for, this project's first, at most 20. Needs records.read in the
 * project; the anonymised and the merged are left out.
 */
export async function searchPeople(viewer: Viewer, projectId: string, query: string): Promise<FoundPerson[]> {
  if (!isId(projectId) || !may(rolesIn(viewer, projectId), 'records.read')) return [];
  const words = query.slice(0, 100);
  const ours = await found(namedInRegister(projectId, words, isSomebody, { size: atMost }));
  const others = viewer.memberships.filter((membership) => membership.role !== 'donor' && membership.projectId !== projectId).map((membership) => membership.projectId);
  if (ours.length === atMost || others.length === 0) return ours;
  const elsewhere = sql`from people p where ${isSomebody} and p.id in (select person_id from project_people where project_id in ${others}) and not exists (select from project_people where person_id = p.id and project_id = ${projectId})`;
  return [...ours, ...(await found(firstNamed(words, elsewhere, atMost - ours.length)))];
}

const isSomebody = sql`p.merged_into_id is null and p.anonymised_at is null`;

const found = (ids: SQL) =>
  database().execute<FoundPerson>(sql`
    select p.id, p.given_name || ' ' || p.family_name as name, p.given_name as "givenName", p.family_name as "familyName", p.sex, p.birth_year as "birthYear", h.institution_id as "institutionId", h.post
    from (${ids}) f join people p on p.id = f.id left join person_posts h on h.person_id = p.id and h.to_date is null order by ${byName}`);
