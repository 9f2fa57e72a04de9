import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment } from '../columns';
import { projects } from './projects';
import { users } from './users';

/** When an account last looked at a project, so that its overview says what happened since. It is no record of the project and leaves no trail (lib/action). */
export const projectVisits = pgTable(
  'project_visits',
  {
    userId: uuid('user_id').notNull().references(() => users.id),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    seenAt: moment('seen_at').notNull(),
    /** the visit before the present one; null: there was none */
    beforeAt: moment('before_at'),
  },
  (t) => [primaryKey({ columns: [t.userId, t.projectId] }), index('project_visits_project_idx').on(t.projectId)],
);

/** How an account arranges the overview of its projects: the cards in its order, and those it hides. Cards made later stand behind. */
export const overviewLayouts = pgTable('overview_layouts', {
  userId: uuid('user_id').primaryKey().references(() => users.id),
  cards: text('cards').array().notNull(),
  hidden: text('hidden').array().notNull(),
  updatedAt: moment('updated_at').notNull(),
});
