import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { reportVersions, users } from '@/db/schema';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { isId } from '@/lib/shared/ids';
import type { Language, ReportKind } from '@/lib/shared/vocabulary';
import { composeReport } from './mutations/content';
import { readCode } from './rules/code';
import type { ReportContent } from './rules/content';
import type { Composed } from './rules/facts';
import { completeness } from './rules/sections';

export type IssuedLine = { number: number; issuedAt: Date; verificationCode: string; correction: string | null; issuedBy: string | null };
export type ReportLine = {
  id: string;
  title: string;
  kind: ReportKind;
  language: Language;
  period: string;
  updatedAt: Date;
  createdBy: string | null;
  /** newest first */
  versions: IssuedLine[];
  /** null: the viewer sees issued versions only */
  progress: { written: number; of: number } | null;
};

type Stored = Omit<ReportLine, 'updatedAt' | 'versions' | 'progress'> & {
  updatedAt: string;
  versions: (Omit<IssuedLine, 'issuedAt'> & { issuedAt: string })[];
  keys: Record<string, string>;
  results: { id: string; level: string }[];
};

/** The reports of a project, newest period first. Whoever reads no records (a donor) gets issued ones only, without who wrote or issued them. */
export async function listReports(viewer: Viewer, projectId: string): Promise<ReportLine[]> {
  const roles = rolesIn(viewer, projectId);
  if (!may(roles, 'reports.read')) return [];
  const inside = may(roles, 'records.read');
  const rows = await database().execute<Stored>(sql`
    select r.id, r.title, r.kind, r.language, p.name as period, r.updated_at as "updatedAt", case when ${inside} then u.name end as "createdBy",
      (select coalesce(json_agg(json_build_object('number', v.number, 'issuedAt', v.issued_at, 'verificationCode', v.verification_code, 'correction', v.correction, 'issuedBy', case when ${inside} then w.name end) order by v.number desc), '[]')
        from report_versions v join users w on w.id = v.issued_by where v.report_id = r.id) as versions,
      (select coalesce(json_object_agg(s.key, left(s.body, 1)), '{}') from report_sections s where s.report_id = r.id) as keys,
      (select coalesce(json_agg(json_build_object('id', x.id, 'level', x.level)), '[]') from results x where x.project_id = r.project_id) as results
    from reports r join reporting_periods p on p.id = r.period_id join users u on u.id = r.created_by
    where r.project_id = ${projectId} and (${inside} or exists (select 1 from report_versions v where v.report_id = r.id))
    order by p.from_date desc, r.created_at desc limit 200`);
  return rows.map(({ keys, results, versions, updatedAt, ...row }) => ({
    ...row,
    updatedAt: new Date(updatedAt),
    versions: versions.map((version) => ({ ...version, issuedAt: new Date(version.issuedAt) })),
    progress: inside ? completeness(keys, results) : null,
  }));
}

/** A draft with everything that writing it needs, figures as they stand now; null where there is none for this viewer. Donors have no drafts (DOMAIN §4). */
export async function reportDraft(viewer: Viewer, project: { id: string; today: string }, reportId: string): Promise<Composed | null> {
  if (!isId(reportId) || !may(rolesIn(viewer, project.id), 'records.read')) return null;
  return composeReport(database(), project.id, reportId, project.today);
}

export type IssuedVersion = { reportId: string; number: number; content: ReportContent; text: string; sha256: string; verificationCode: string; issuedAt: Date; latest: number };

/** One issued version, word for word as it was frozen; null where there is none for this viewer. */
export async function issuedVersion(viewer: Viewer, projectId: string, reportId: string, number: number): Promise<IssuedVersion | null> {
  if (!isId(reportId) || !Number.isSafeInteger(number) || number < 1 || number > 100_000 || !may(rolesIn(viewer, projectId), 'reports.read')) return null;
  const { content, sha256, verificationCode, issuedAt } = reportVersions;
  const [row] = await database()
    .select({ content, sha256, verificationCode, issuedAt, latest: sql<number>`(select max(v.number) from report_versions v where v.report_id = ${reportId})`.mapWith(Number) })
    .from(reportVersions)
    .where(and(eq(reportVersions.projectId, projectId), eq(reportVersions.reportId, reportId), eq(reportVersions.number, number)));
  if (!row) return null;
  const { content: text, ...rest } = row;
  return { reportId, number, text, content: JSON.parse(text) as ReportContent, ...rest };
}

export type Verified = { project: string; title: string; kind: ReportKind; period: string; from: string; to: string; number: number; latest: number; issuedOn: string; sha256: string; verificationCode: string };

/** What anybody may know who holds a verification code: that this report was issued, when, and its fingerprint; nothing else of the project. null: no such code. */
export async function verifyCode(typed: string): Promise<Verified | null> {
  const code = readCode(typed);
  if (!code) return null;
  const [row] = await database()
    .select({
      content: sql<ReportContent['cover']>`(${reportVersions.content}::jsonb -> 'cover')`,
      number: reportVersions.number,
      latest: sql<number>`(select max(v.number) from report_versions v where v.report_id = report_versions.report_id)`.mapWith(Number),
      sha256: reportVersions.sha256,
      verificationCode: reportVersions.verificationCode,
    })
    .from(reportVersions)
    .where(eq(reportVersions.verificationCode, code));
  if (!row) return null;
  const { content: cover, ...rest } = row;
  // Title, kind and period as they were issued; the draft may have moved on.
  return { ...rest, project: cover.project.title, title: cover.title, kind: cover.kind, period: cover.period.name, from: cover.period.from, to: cover.period.to, issuedOn: cover.issuedOn };
}

export type IssuedBefore = { number: number; issuedAt: Date; issuedBy: string };

/** The issued versions of one report with who issued them, for those who read records. */
export async function issuedBefore(viewer: Viewer, projectId: string, reportId: string): Promise<IssuedBefore[]> {
  if (!isId(reportId) || !may(rolesIn(viewer, projectId), 'records.read')) return [];
  return database()
    .select({ number: reportVersions.number, issuedAt: reportVersions.issuedAt, issuedBy: users.name })
    .from(reportVersions)
    .innerJoin(users, eq(users.id, reportVersions.issuedBy))
    .where(and(eq(reportVersions.projectId, projectId), eq(reportVersions.reportId, reportId)))
    .orderBy(desc(reportVersions.number));
}
