import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { evidenceKinds } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf, storedFile } from '../columns';
import { activities } from './activities';
import { projects } from './projects';
import { readings } from './results';
import { users } from './users';

/** A file that proves a record. The bytes lie under their SHA-256 in the file storage. */
export const evidence = pgTable(
  'evidence',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    activityId: uuid('activity_id').notNull(),
    kind: text('kind', { enum: evidenceKinds }).notNull(),
    ...storedFile(),
    uploadedBy: uuid('uploaded_by').notNull().references(() => users.id),
    uploadedAt: moment('uploaded_at').notNull().defaultNow(),
    /** taken off the record again; the row stays */
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => users.id),
  },
  (t) => [
    foreignKey({ columns: [t.projectId, t.activityId], foreignColumns: [activities.projectId, activities.id] }).onDelete('cascade'),
    index('evidence_activity_idx').on(t.activityId),
    index('evidence_sha_idx').on(t.sha256),
    index('evidence_uploaded_by_idx').on(t.uploadedBy),
    index('evidence_removed_by_idx').on(t.removedBy),
    oneOf('evidence_kind', 'kind', evidenceKinds),
    check('evidence_size', sql`${t.size} > 0`),
    check('evidence_sha', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    maxLength('evidence_length', { file_name: 255, media_type: 100 }),
  ],
);

/** A file that proves a reading. */
export const readingFiles = pgTable(
  'reading_files',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    readingId: uuid('reading_id').notNull().references(() => readings.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: evidenceKinds }).notNull(),
    ...storedFile(),
    uploadedBy: uuid('uploaded_by').notNull().references(() => users.id),
    uploadedAt: moment('uploaded_at').notNull().defaultNow(),
    /** taken off the reading again; the row stays */
    removedAt: moment('removed_at'),
    removedBy: uuid('removed_by').references(() => users.id),
  },
  (t) => [
    index('reading_files_reading_idx').on(t.readingId),
    index('reading_files_project_idx').on(t.projectId),
    index('reading_files_sha_idx').on(t.sha256),
    index('reading_files_uploaded_by_idx').on(t.uploadedBy),
    index('reading_files_removed_by_idx').on(t.removedBy),
    oneOf('reading_files_kind', 'kind', evidenceKinds),
    check('reading_files_size', sql`${t.size} > 0`),
    check('reading_files_sha', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    maxLength('reading_files_length', { file_name: 255, media_type: 100 }),
  ],
);
