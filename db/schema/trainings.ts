import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, numeric, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { answerWays, trainingMethods, trainingTypes } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf } from '../columns';
import { activities, participants } from './activities';
import { users } from './users';

export const trainings = pgTable(
  'trainings',
  {
    activityId: uuid('activity_id').primaryKey().references(() => activities.id, { onDelete: 'cascade' }),
    type: text('type', { enum: trainingTypes }),
    method: text('method', { enum: trainingMethods }),
    language: text('language'),
    passMark: numeric('pass_mark', { precision: 5, scale: 2 }),
  },
  (t) => [oneOf('trainings_type', 'type', trainingTypes), oneOf('trainings_method', 'method', trainingMethods), check('trainings_pass_mark', sql`${t.passMark} between 0 and 100`), maxLength('trainings_length', { language: 100 })],
);

export const trainingTopics = pgTable(
  'training_topics',
  { activityId: uuid('activity_id').notNull().references(() => trainings.activityId, { onDelete: 'cascade' }), topic: text('topic').notNull() },
  (t) => [primaryKey({ columns: [t.activityId, t.topic] }), index('training_topics_topic_idx').on(t.topic), maxLength('training_topics_length', { topic: 120 })],
);

/** What a participant does with the training some months later, and whether the supervisor confirms it. */
export const followUps = pgTable(
  'follow_ups',
  {
    id: id(),
    activityId: uuid('activity_id').notNull(),
    participantId: uuid('participant_id').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    answeredOn: date('answered_on', { mode: 'string' }),
    applied: boolean('applied'),
    answeredVia: text('answered_via', { enum: answerWays }),
    supervisorConfirmed: boolean('supervisor_confirmed'),
    supervisorOn: date('supervisor_on', { mode: 'string' }),
    supervisorVia: text('supervisor_via', { enum: answerWays }),
    /** where the supervisor is asked; goes with their answer, and with the person's identity */
    supervisorEmail: text('supervisor_email'),
    note: text('note'),
    recordedBy: uuid('recorded_by').references(() => users.id),
    recordedAt: moment('recorded_at'),
  },
  (t) => [
    uniqueIndex('follow_ups_participant_key').on(t.participantId),
    foreignKey({ columns: [t.activityId, t.participantId], foreignColumns: [participants.activityId, participants.id] }).onDelete('cascade'),
    index('follow_ups_activity_idx').on(t.activityId),
    index('follow_ups_due_idx').on(t.dueOn, t.id),
    index('follow_ups_recorded_by_idx').on(t.recordedBy),
    check('follow_ups_answer', sql`(${t.answeredOn} is null) = (${t.applied} is null)`),
    oneOf('follow_ups_answered_via', 'answered_via', answerWays),
    oneOf('follow_ups_supervisor_via', 'supervisor_via', answerWays),
    maxLength('follow_ups_length', { note: 1000, supervisor_email: 254 }),
  ],
);
