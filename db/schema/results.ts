import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, jsonb, numeric, pgTable, primaryKey, text, unique, uuid, date, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { aggregations, collectionFrequencies, directions, indicatorMethods, planChangeReasons, readingDimensions, resultLevels, reviewStates, reviewSteps } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf, version } from '../columns';
import { projects, reportingPeriods } from './projects';
import { users } from './users';

export const results = pgTable(
  'results',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    parentId: uuid('parent_id').references((): AnyPgColumn => results.id),
    level: text('level', { enum: resultLevels }).notNull(),
    code: text('code').notNull(),
    statement: text('statement').notNull(),
    assumptions: text('assumptions'),
    position: integer('position').notNull(),
    version: version(),
  },
  (t) => [unique('results_code_key').on(t.projectId, t.code), unique('results_same_project').on(t.projectId, t.id), index('results_parent_idx').on(t.parentId), oneOf('results_level', 'level', resultLevels), maxLength('results_length', { code: 20, statement: 2000, assumptions: 2000 })],
);

export const indicators = pgTable(
  'indicators',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    resultId: uuid('result_id').notNull(),
    code: text('code').notNull(),
    statement: text('statement').notNull(),
    definition: text('definition'),
    unit: text('unit').notNull(),
    direction: text('direction', { enum: directions }).notNull().default('increase'),
    method: text('method', { enum: indicatorMethods }).notNull(),
    /** key of the measure catalogue, for computed indicators */
    measure: text('measure'),
    filter: jsonb('filter').$type<{ regional?: boolean; outputId?: string; institutionId?: string; type?: string; topic?: string }>().notNull().default({}),
    aggregation: text('aggregation', { enum: aggregations }).notNull().default('sum'),
    /** null: unknown */
    baseline: numeric('baseline', { precision: 16, scale: 4 }),
    baselineYear: integer('baseline_year'),
    target: numeric('target', { precision: 16, scale: 4 }),
    source: text('source'),
    collectionMethod: text('collection_method'),
    frequency: text('frequency', { enum: collectionFrequencies }),
    responsible: text('responsible'),
    disaggregateBy: text('disaggregate_by').array().notNull().default(sql`'{}'::text[]`),
    position: integer('position').notNull(),
    version: version(),
  },
  (t) => [
    foreignKey({ columns: [t.projectId, t.resultId], foreignColumns: [results.projectId, results.id] }),
    unique('indicators_code_key').on(t.projectId, t.code),
    unique('indicators_same_project').on(t.projectId, t.id),
    index('indicators_result_idx').on(t.resultId),
    oneOf('indicators_direction', 'direction', directions),
    oneOf('indicators_method', 'method', indicatorMethods),
    oneOf('indicators_aggregation', 'aggregation', aggregations),
    oneOf('indicators_frequency', 'frequency', collectionFrequencies),
    check('indicators_measure', sql`(${t.method} = 'computed') = (${t.measure} is not null)`),
    maxLength('indicators_length', { code: 20, statement: 2000, definition: 4000, unit: 60, measure: 60, source: 1000, collection_method: 1000, responsible: 200 }),
  ],
);

/** What was changed of an indicator, version by version: field → [before, after]; with a reason where it had figures. */
export const indicatorChanges = pgTable(
  'indicator_changes',
  {
    id: id(),
    indicatorId: uuid('indicator_id').notNull().references(() => indicators.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    changes: jsonb('changes').$type<Record<string, [unknown, unknown]>>().notNull(),
    reason: text('reason', { enum: planChangeReasons }),
    note: text('note'),
    byUserId: uuid('by_user_id').references(() => users.id),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [
    unique('indicator_changes_version').on(t.indicatorId, t.version),
    index('indicator_changes_by_idx').on(t.byUserId),
    oneOf('indicator_changes_reason', 'reason', planChangeReasons),
    check('indicator_changes_note', sql`(${t.reason} is null) = (${t.note} is null)`),
    maxLength('indicator_changes_length', { note: 2000 }),
  ],
);

export const milestones = pgTable(
  'milestones',
  {
    projectId: uuid('project_id').notNull(),
    indicatorId: uuid('indicator_id').notNull(),
    periodId: uuid('period_id').notNull(),
    value: numeric('value', { precision: 16, scale: 4 }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.indicatorId, t.periodId] }),
    foreignKey({ columns: [t.projectId, t.indicatorId], foreignColumns: [indicators.projectId, indicators.id] }),
    foreignKey({ columns: [t.projectId, t.periodId], foreignColumns: [reportingPeriods.projectId, reportingPeriods.id] }),
    index('milestones_period_idx').on(t.periodId),
  ],
);

/** One reported value per indicator and period, under the same review as an activity. */
export const readings = pgTable(
  'readings',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    indicatorId: uuid('indicator_id').notNull(),
    periodId: uuid('period_id').notNull(),
    /** null: the indicator asks for words */
    value: numeric('value', { precision: 16, scale: 4 }),
    /** of a percentage: what it was worked out from; both or neither */
    numerator: numeric('numerator', { precision: 16, scale: 4 }),
    denominator: numeric('denominator', { precision: 16, scale: 4 }),
    /** what was found, of an indicator that asks for words */
    answer: text('answer'),
    readOn: date('read_on', { mode: 'string' }),
    source: text('source'),
    comment: text('comment'),
    reviewState: text('review_state', { enum: reviewStates }).notNull().default('draft'),
    createdBy: uuid('created_by').notNull().references(() => users.id),
    lastEditedBy: uuid('last_edited_by').notNull().references(() => users.id),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    version: version(),
  },
  (t) => [
    unique('readings_one_per_period').on(t.indicatorId, t.periodId),
    foreignKey({ columns: [t.projectId, t.indicatorId], foreignColumns: [indicators.projectId, indicators.id] }),
    foreignKey({ columns: [t.projectId, t.periodId], foreignColumns: [reportingPeriods.projectId, reportingPeriods.id] }),
    index('readings_project_idx').on(t.projectId, t.reviewState),
    index('readings_period_idx').on(t.periodId),
    index('readings_created_by_idx').on(t.createdBy),
    index('readings_last_edited_by_idx').on(t.lastEditedBy),
    oneOf('readings_review_state', 'review_state', reviewStates),
    check('readings_value_or_answer', sql`(${t.value} is null) = (${t.answer} is not null)`),
    check('readings_parts', sql`(${t.numerator} is null) = (${t.denominator} is null) and ${t.denominator} > 0 and ${t.numerator} between 0 and ${t.denominator}`),
    maxLength('readings_length', { source: 1000, comment: 2000, answer: 4000 }),
  ],
);

/** A reading broken down: in each dimension the parts add up to the value (checked by the mutation). */
export const readingParts = pgTable(
  'reading_parts',
  {
    readingId: uuid('reading_id').notNull().references(() => readings.id, { onDelete: 'cascade' }),
    dimension: text('dimension', { enum: readingDimensions }).notNull(),
    key: text('key').notNull(),
    value: numeric('value', { precision: 16, scale: 4 }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.readingId, t.dimension, t.key] }), oneOf('reading_parts_dimension', 'dimension', readingDimensions), check('reading_parts_value', sql`${t.value} >= 0`), maxLength('reading_parts_length', { key: 40 })],
);

export const readingReviews = pgTable(
  'reading_reviews',
  {
    id: id(),
    readingId: uuid('reading_id').notNull().references(() => readings.id),
    step: text('step', { enum: reviewSteps }).notNull(),
    version: integer('version').notNull(),
    note: text('note'),
    byUserId: uuid('by_user_id').notNull().references(() => users.id),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [index('reading_reviews_reading_idx').on(t.readingId, t.at), index('reading_reviews_by_idx').on(t.byUserId), oneOf('reading_reviews_step', 'step', reviewSteps), maxLength('reading_reviews_length', { note: 2000 })],
);
