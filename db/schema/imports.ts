import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { importKinds } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf } from '../columns';
import { activities } from './activities';
import { institutions } from './institutions';
import { projects } from './projects';
import { users } from './users';

/** A file that was read and waits for a decision: what is committed is what was previewed. Its lines are kept for a day, then gone with their names; that it came, and what became of it, stays for 90 days. */
export const imports = pgTable(
  'imports',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    kind: text('kind', { enum: importKinds }).notNull(),
    /** the activity whose list it is */
    activityId: uuid('activity_id'),
    fileName: text('file_name').notNull(),
    /** of the bytes: the same file is recognised when it comes again */
    sha256: text('sha256').notNull(),
    /** lines of the file as they were read: [{ number, cells }]; empty once they are forgotten */
    rows: jsonb('rows').notNull(),
    /** how many lines it had under its headings */
    lines: integer('lines').notNull().default(0),
    createdBy: uuid('created_by').notNull().references(() => users.id),
    createdAt: moment('created_at').notNull().defaultNow(),
    committedBy: uuid('committed_by').references(() => users.id),
    committedAt: moment('committed_at'),
    /** what became of the rows, once committed */
    outcome: jsonb('outcome'),
  },
  (t) => [
    foreignKey({ columns: [t.projectId, t.activityId], foreignColumns: [activities.projectId, activities.id] }).onDelete('cascade'),
    index('imports_project_idx').on(t.projectId, t.createdAt),
    index('imports_activity_idx').on(t.activityId),
    index('imports_created_at_idx').on(t.createdAt),
    index('imports_created_by_idx').on(t.createdBy),
    index('imports_committed_by_idx').on(t.committedBy),
    oneOf('imports_kind', 'kind', importKinds),
    check('imports_sha', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    maxLength('imports_length', { file_name: 255 }),
  ],
);

/** What lists of a project call an institution beside its own names: said once, understood from then on. */
export const listedInstitutionNames = pgTable(
  'listed_institution_names',
  {
    projectId: uuid('project_id').notNull().references(() => projects.id),
    /** the name as it is compared: letters and digits, no diacritics (lib/exchange/columns fold) */
    key: text('key').notNull(),
    name: text('name').notNull(),
    institutionId: uuid('institution_id').notNull().references(() => institutions.id),
    saidBy: uuid('said_by').notNull().references(() => users.id),
    saidAt: moment('said_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.key] }),
    index('listed_institution_names_institution_idx').on(t.institutionId),
    index('listed_institution_names_said_by_idx').on(t.saidBy),
    maxLength('listed_institution_names_length', { key: 300, name: 300 }),
  ],
);
