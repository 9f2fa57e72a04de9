import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { languages, reportKinds } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf, version } from '../columns';
import { projects, reportingPeriods } from './projects';
import { users } from './users';

export const reports = pgTable(
  'reports',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    periodId: uuid('period_id').notNull(),
    kind: text('kind', { enum: reportKinds }).notNull(),
    language: text('language', { enum: languages }).notNull(),
    title: text('title').notNull(),
    createdBy: uuid('created_by').notNull().references(() => users.id),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    version: version(),
  },
  (t) => [
    foreignKey({ columns: [t.projectId, t.periodId], foreignColumns: [reportingPeriods.projectId, reportingPeriods.id] }),
    index('reports_project_idx').on(t.projectId, t.createdAt),
    index('reports_period_idx').on(t.periodId),
    index('reports_created_by_idx').on(t.createdBy),
    oneOf('reports_kind', 'kind', reportKinds),
    oneOf('reports_language', 'language', languages),
    maxLength('reports_length', { title: 300 }),
  ],
);

/** Narrative by section key; also 'indicator:<id>' and 'output:<id>' for comments beside figures. */
export const reportSections = pgTable(
  'report_sections',
  { reportId: uuid('report_id').notNull().references(() => reports.id), key: text('key').notNull(), body: text('body').notNull() },
  (t) => [primaryKey({ columns: [t.reportId, t.key] }), maxLength('report_sections_length', { key: 80, body: 20000 })],
);

/** An issued version: canonical JSON and its SHA-256. Never changes by a byte (trigger and role refuse). */
export const reportVersions = pgTable(
  'report_versions',
  {
    id: id(),
    reportId: uuid('report_id').notNull().references(() => reports.id),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    number: integer('number').notNull(),
    content: text('content').notNull(),
    sha256: text('sha256').notNull(),
    verificationCode: text('verification_code').notNull().unique(),
    /** why a later version corrects an earlier one */
    correction: text('correction'),
    issuedAt: moment('issued_at').notNull().defaultNow(),
    issuedBy: uuid('issued_by').notNull().references(() => users.id),
  },
  (t) => [unique('report_versions_number_key').on(t.reportId, t.number), index('report_versions_project_idx').on(t.projectId, t.issuedAt), index('report_versions_issued_by_idx').on(t.issuedBy), maxLength('report_versions_length', { correction: 2000 })],
);
