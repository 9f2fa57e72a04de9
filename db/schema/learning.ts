import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { answerWays } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf } from '../columns';
import { activities } from './activities';
import { projects } from './projects';

/** The statements of a project's satisfaction questionnaire, in both languages. One that was answered stays when it is taken out, so that old results keep their words. */
export const questionnaireItems = pgTable(
  'questionnaire_items',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    position: integer('position').notNull(),
    textEn: text('text_en').notNull(),
    textCnr: text('text_cnr').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (t) => [index('questionnaire_items_project_idx').on(t.projectId, t.position), maxLength('questionnaire_items_length', { text_en: 300, text_cnr: 300 })],
);

/** One filled-in questionnaire. Nobody's: no person, no device, the day only; its id is random, so that it tells nothing about the hour. */
export const questionnaireAnswers = pgTable(
  'questionnaire_answers',
  {
    id: uuid('id').primaryKey(),
    activityId: uuid('activity_id').notNull().references(() => activities.id, { onDelete: 'cascade' }),
    via: text('via', { enum: answerWays }).notNull(),
    answeredOn: date('answered_on', { mode: 'string' }).notNull(),
    comment: text('comment'),
  },
  (t) => [index('questionnaire_answers_activity_idx').on(t.activityId), oneOf('questionnaire_answers_via', 'via', answerWays), maxLength('questionnaire_answers_length', { comment: 2000 })],
);

/** How far somebody agrees with one statement: 1 not at all … 5 fully. A statement passed over has no row. */
export const questionnaireScores = pgTable(
  'questionnaire_scores',
  {
    answerId: uuid('answer_id').notNull().references(() => questionnaireAnswers.id, { onDelete: 'cascade' }),
    itemId: uuid('item_id').notNull().references(() => questionnaireItems.id),
    score: integer('score').notNull(),
  },
  (t) => [primaryKey({ columns: [t.answerId, t.itemId] }), index('questionnaire_scores_item_idx').on(t.itemId), check('questionnaire_scores_range', sql`${t.score} between 1 and 5`)],
);
