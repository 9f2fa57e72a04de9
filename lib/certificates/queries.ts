import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { readCode } from '@/lib/reports/rules/code';
import { isId } from '@/lib/shared/ids';

export type CertificateView = {
  id: string;
  number: number;
  personId: string;
  /** null: anonymised */
  name: string | null;
  reference: string;
  course: string;
  place: string | null;
  heldFrom: string;
  heldTo: string;
  hours: number | null;
  verificationCode: string;
  issuedAt: string;
  issuedBy: string;
  /** null: it is valid */
  revoked: { at: string; by: string; reason: string } | null;
};

const columns = sql`c.id, c.number, c.person_id as "personId", case when p.anonymised_at is null then p.given_name || ' ' || p.family_name end as name, a.reference,
  c.course, c.place, c.held_from as "heldFrom", c.held_to as "heldTo", c.hours::float8 as hours, c.verification_code as "verificationCode", c.issued_at as "issuedAt", u.name as "issuedBy",
  case when v.certificate_id is not null then json_build_object('at', v.at, 'by', w.name, 'reason', v.reason) end as revoked`;
const tables = sql`certificates c join people p on p.id = c.person_id join activities a on a.id = c.activity_id join users u on u.id = c.issued_by
  left join certificate_revocations v on v.certificate_id = c.id left join users w on w.id = v.by_user_id`;

/** The certificates of one training by number, revoked ones too; none for a viewer who may not read people. */
export async function certificatesOfActivity(viewer: Viewer, projectId: string, activityId: string): Promise<CertificateView[]> {
  if (!may(rolesIn(viewer, projectId), 'people.read')) return [];
  return database().execute<CertificateView>(sql`select ${columns} from ${tables} where c.project_id = ${projectId} and c.activity_id = ${activityId} order by c.number`);
}

/** The certificates of one person in one project, the latest first. */
export async function certificatesOfPerson(viewer: Viewer, projectId: string, personId: string): Promise<CertificateView[]> {
  if (!isId(personId) || !may(rolesIn(viewer, projectId), 'people.read')) return [];
  return database().execute<CertificateView>(sql`select ${columns} from ${tables} where c.project_id = ${projectId} and c.person_id = ${personId} order by c.number desc`);
}

export type VerifiedCertificate = { number: string; project: string; course: string; heldFrom: string; heldTo: string; issuedOn: string; revokedOn: string | null; verificationCode: string };

/** What anybody may know who holds the code of a certificate: that it is valid or revoked, the course and its days. No name, no reason, no place. null: no such code. */
export async function verifyCertificate(typed: string): Promise<VerifiedCertificate | null> {
  const code = readCode(typed);
  if (!code) return null;
  const [row] = await database().execute<VerifiedCertificate>(sql`
    select p.projects_id || '-C-' || lpad(c.number::text, 4, '0') as number, p.title as project, c.course, c.held_from as "heldFrom", c.held_to as "heldTo", c.verification_code as "verificationCode",
      (c.issued_at at time zone p.time_zone)::date::text as "issuedOn", (v.at at time zone p.time_zone)::date::text as "revokedOn"
    from certificates c join projects p on p.id = c.project_id left join certificate_revocations v on v.certificate_id = c.id where c.verification_code = ${code}`);
  return row ?? null;
}
