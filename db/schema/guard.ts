import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { findingKinds } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf } from '../columns';
import { activities } from './activities';
import { actionPoints, decisions } from './meetings';
import { readings } from './results';
import { users } from './users';

/**
 * What the guard found in the texts of a record, and why its writer lets it stand (null: neither confirmed nor reworded yet). Holds a mark of the words
 * found, never the words: they must be erasable with the text.
 */
export const caseConfirmations = pgTable(
  'case_confirmations',
  {
    id: id(),
    activityId: uuid('activity_id').references(() => activities.id, { onDelete: 'cascade' }),
    /** an action point agreed outside any meeting; those of a meeting belong to its record */
    actionPointId: uuid('action_point_id').references(() => actionPoints.id, { onDelete: 'cascade' }),
    /** what was said when a decision was settled; its own text belongs to the meeting's record */
    decisionId: uuid('decision_id').references(() => decisions.id, { onDelete: 'cascade' }),
    readingId: uuid('reading_id').references(() => readings.id, { onDelete: 'cascade' }),
    /** the form field it stands in */
    path: text('path').notNull(),
    kind: text('kind', { enum: findingKinds }).notNull(),
    mark: text('mark').notNull(),
    reason: text('reason'),
    byUserId: uuid('by_user_id').references(() => users.id),
    at: moment('at'),
  },
  (t) => [
    uniqueIndex('case_confirmations_activity_key').on(t.activityId, t.mark),
    uniqueIndex('case_confirmations_point_key').on(t.actionPointId, t.mark),
    uniqueIndex('case_confirmations_decision_key').on(t.decisionId, t.mark),
    uniqueIndex('case_confirmations_reading_key').on(t.readingId, t.mark),
    index('case_confirmations_by_idx').on(t.byUserId),
    oneOf('case_confirmations_kind', 'kind', findingKinds),
    check('case_confirmations_subject', sql`num_nonnulls(${t.activityId}, ${t.actionPointId}, ${t.decisionId}, ${t.readingId}) = 1`),
    check('case_confirmations_reasoned', sql`num_nulls(${t.reason}, ${t.byUserId}, ${t.at}) in (0, 3)`),
    maxLength('case_confirmations_length', { path: 100, mark: 20, reason: 500 }),
  ],
);
