import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { projectRoles } from '@/lib/shared/vocabulary';
import { moment, oneOf } from '../columns';
import { projects } from './projects';
import { users } from './users';

export const memberships = pgTable(
  'memberships',
  {
    projectId: uuid('project_id').notNull().references(() => projects.id),
    userId: uuid('user_id').notNull().references(() => users.id),
    role: text('role', { enum: projectRoles }).notNull(),
    since: moment('since').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.userId] }), index('memberships_user_idx').on(t.userId), oneOf('memberships_role', 'role', projectRoles)],
);
