import { sql } from 'drizzle-orm';
import { boolean, check, date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { progressReportStates } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf, storedFile } from '../columns';
import { institutions } from './institutions';
import { actionPoints } from './meetings';
import { users } from './users';

/** What a focal point said by link; it changes nothing until somebody of the project accepts it. */
export const progressReports = pgTable(
  'progress_reports',
  {
    id: id(),
    actionPointId: uuid('action_point_id').notNull().references(() => actionPoints.id, { onDelete: 'cascade' }),
    text: text('text').notNull(),
    /** they say it is done, not only begun */
    done: boolean('done').notNull(),
    reportedOn: date('reported_on', { mode: 'string' }).notNull(),
    reportedAt: moment('reported_at').notNull(),
    state: text('state', { enum: progressReportStates }).notNull().default('waiting'),
    decidedBy: uuid('decided_by').references(() => users.id),
    decidedAt: moment('decided_at'),
    note: text('note'),
  },
  (t) => [
    index('progress_reports_point_idx').on(t.actionPointId, t.reportedAt),
    index('progress_reports_waiting_idx').on(t.reportedAt).where(sql`state = 'waiting'`),
    index('progress_reports_decided_by_idx').on(t.decidedBy),
    oneOf('progress_reports_state', 'state', progressReportStates),
    check('progress_reports_decided', sql`(${t.state} = 'waiting') = (${t.decidedAt} is null)`),
    maxLength('progress_reports_length', { text: 2000, note: 2000 }),
  ],
);

/** A file that proves what was done. One that came by link proves something once its report was accepted. */
export const actionPointFiles = pgTable(
  'action_point_files',
  {
    id: id(),
    actionPointId: uuid('action_point_id').notNull().references(() => actionPoints.id, { onDelete: 'cascade' }),
    reportId: uuid('report_id').references(() => progressReports.id, { onDelete: 'cascade' }),
    ...storedFile(),
    /** null: came by link */
    uploadedBy: uuid('uploaded_by').references(() => users.id),
    uploadedAt: moment('uploaded_at').notNull(),
  },
  (t) => [
    index('action_point_files_point_idx').on(t.actionPointId),
    index('action_point_files_report_idx').on(t.reportId),
    index('action_point_files_uploaded_by_idx').on(t.uploadedBy),
    check('action_point_files_sha', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    check('action_point_files_source', sql`(${t.uploadedBy} is null) = (${t.reportId} is not null)`),
    maxLength('action_point_files_length', { file_name: 255, media_type: 100 }),
  ],
);

/** Other institutions that take part in it, beside the responsible one. */
export const actionPointInstitutions = pgTable(
  'action_point_institutions',
  {
    actionPointId: uuid('action_point_id').notNull().references(() => actionPoints.id, { onDelete: 'cascade' }),
    institutionId: uuid('institution_id').notNull().references(() => institutions.id),
  },
  (t) => [primaryKey({ columns: [t.actionPointId, t.institutionId] }), index('action_point_institutions_institution_idx').on(t.institutionId)],
);
