import { date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { maxLength, moment } from '../columns';
import { projects } from './projects';
import { users } from './users';

/** Deadlines of the Fund that were met. Which there are follows from the project's dates (lib/deadlines/rules). */
export const deadlinesMet = pgTable(
  'deadlines_met',
  {
    projectId: uuid('project_id').notNull().references(() => projects.id),
    key: text('key').notNull(),
    doneOn: date('done_on', { mode: 'string' }).notNull(),
    recordedBy: uuid('recorded_by').references(() => users.id),
    recordedAt: moment('recorded_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.key] }), index('deadlines_met_recorded_by_idx').on(t.recordedBy), maxLength('deadlines_met_length', { key: 20 })],
);
