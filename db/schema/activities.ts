import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, jsonb, numeric, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { activityKinds, currencies, implementationStates, participantRoles, reviewStates, reviewSteps, sexes } from '@/lib/shared/vocabulary';
import { amount, id, maxLength, moment, oneOf, version } from '../columns';
import { institutions, places } from './institutions';
import { people } from './people';
import { projects } from './projects';
import { results } from './results';
import { users } from './users';

/** 'TR-' of 'TR-007'; prefixes have two letters. As the index has it, so that it is asked. */
export const referencePrefix = sql`left("reference", 3)`;
/** 7 of 'TR-007'; null for a reference that does not end in a number of its own. */
export const referenceNumber = sql`(case when length(substr("reference", 4)) between 1 and 9 and translate(substr("reference", 4), '0123456789', '') = '' then substr("reference", 4)::int end)`;

/** Supertype: everything that review, evidence, participants, outputs and figures point at (DESIGN §3). */
export const activities = pgTable(
  'activities',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    kind: text('kind', { enum: activityKinds }).notNull(),
    /** 'TR-001'; given once, on first save */
    reference: text('reference').notNull(),
    title: text('title').notNull().default(''),
    description: text('description'),
    placeId: uuid('place_id').references(() => places.id),
    /** street or building: operational detail, never in donor output */
    venue: text('venue'),
    plannedStart: date('planned_start', { mode: 'string' }),
    plannedEnd: date('planned_end', { mode: 'string' }),
    actualStart: date('actual_start', { mode: 'string' }),
    actualEnd: date('actual_end', { mode: 'string' }),
    /** the day that decides the period: the end, actual before planned (DOMAIN §2.14) */
    onDate: date('on_date', { mode: 'string' }).generatedAlwaysAs(sql`coalesce(actual_end, actual_start, planned_end, planned_start)`),
    cost: amount('cost'),
    costCurrency: text('cost_currency', { enum: currencies }),
    implementation: text('implementation', { enum: implementationStates }).notNull().default('planned'),
    implementationReason: text('implementation_reason'),
    reviewState: text('review_state', { enum: reviewStates }).notNull().default('draft'),
    createdBy: uuid('created_by').notNull().references(() => users.id),
    lastEditedBy: uuid('last_edited_by').notNull().references(() => users.id),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    version: version(),
  },
  (t) => [
    unique('activities_reference_key').on(t.projectId, t.reference),
    unique('activities_same_project').on(t.projectId, t.id),
    // The last number given under a prefix, without reading the references of the whole project: each new record asks, under a lock.
    index('activities_number_idx').on(t.projectId, referencePrefix, referenceNumber),
    index('activities_date_idx').on(t.projectId, t.onDate.desc().nullsFirst(), t.id.desc()),
    index('activities_kind_date_idx').on(t.projectId, t.kind, t.onDate.desc().nullsFirst(), t.id.desc()),
    index('activities_review_idx').on(t.projectId, t.reviewState, t.onDate),
    // What is open anywhere, counted from the index alone: the portfolio asks it of all projects.
    index('activities_open_idx').on(t.projectId, t.reviewState, t.createdAt).where(sql`${t.reviewState} in ('draft', 'submitted')`),
    index('activities_implementation_idx').on(t.projectId, t.implementation, t.onDate),
    index('activities_title_idx').on(t.projectId, sql`(lower(${t.title}) collate "sr-Latn-x-icu")`, t.id),
    index('activities_updated_idx').on(t.projectId, t.updatedAt, t.id),
    index('activities_place_idx').on(t.placeId),
    index('activities_created_by_idx').on(t.createdBy),
    index('activities_last_edited_by_idx').on(t.lastEditedBy),
    oneOf('activities_kind', 'kind', activityKinds),
    oneOf('activities_implementation', 'implementation', implementationStates),
    oneOf('activities_review_state', 'review_state', reviewStates),
    oneOf('activities_cost_currency', 'cost_currency', currencies),
    check('activities_planned_dates', sql`${t.plannedEnd} >= ${t.plannedStart}`),
    check('activities_actual_dates', sql`${t.actualEnd} >= ${t.actualStart}`),
    check('activities_cost', sql`${t.cost} >= 0`),
    check('activities_cost_with_currency', sql`${t.cost} is null or ${t.costCurrency} is not null`),
    maxLength('activities_length', { title: 300, description: 8000, venue: 300, reference: 30, implementation_reason: 2000 }),
  ],
);

const activityId = () => uuid('activity_id').notNull().references(() => activities.id, { onDelete: 'cascade' });

export const activityOutputs = pgTable(
  'activity_outputs',
  { projectId: uuid('project_id').notNull(), activityId: uuid('activity_id').notNull(), resultId: uuid('result_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.activityId, t.resultId] }),
    foreignKey({ columns: [t.projectId, t.activityId], foreignColumns: [activities.projectId, activities.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.projectId, t.resultId], foreignColumns: [results.projectId, results.id] }),
    index('activity_outputs_result_idx').on(t.resultId),
  ],
);

/** Where a signed paper list and what was recorded before it differed, when the list was entered: ids of participants. */
export type SheetDifference = { at: string; by: string | null; signedNotPresent: string[]; presentNotSigned: string[] };

/** One day, or part of one, of an activity. A meeting has exactly one. */
export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    activityId: activityId(),
    date: date('date', { mode: 'string' }),
    hours: numeric('hours', { precision: 4, scale: 2 }),
    topic: text('topic'),
    position: integer('position').notNull(),
    /** null: no paper list was entered, or it said what was recorded */
    sheet: jsonb('sheet').$type<SheetDifference>(),
  },
  (t) => [index('sessions_activity_idx').on(t.activityId, t.position), unique('sessions_same_activity').on(t.activityId, t.id), check('sessions_hours', sql`${t.hours} > 0 and ${t.hours} <= 24`), maxLength('sessions_length', { topic: 300 })],
);

export const participants = pgTable(
  'participants',
  {
    id: id(),
    activityId: activityId(),
    personId: uuid('person_id').notNull().references(() => people.id),
    role: text('role', { enum: participantRoles }).notNull(),
    /** where the person stood at the time; later moves do not change it */
    institutionId: uuid('institution_id').references(() => institutions.id),
    post: text('post'),
    preScore: numeric('pre_score', { precision: 5, scale: 2 }),
    postScore: numeric('post_score', { precision: 5, scale: 2 }),
    position: integer('position').notNull(),
  },
  (t) => [
    unique('participants_person_once').on(t.activityId, t.personId),
    unique('participants_same_activity').on(t.activityId, t.id),
    index('participants_person_idx').on(t.personId),
    index('participants_institution_idx').on(t.institutionId, t.activityId),
    oneOf('participants_role', 'role', participantRoles),
    check('participants_scores', sql`${t.preScore} between 0 and 100 and ${t.postScore} between 0 and 100`),
    maxLength('participants_length', { post: 200 }),
  ],
);

/** A row stands for present; absence has none. */
export const attendance = pgTable(
  'attendance',
  { activityId: uuid('activity_id').notNull(), participantId: uuid('participant_id').notNull(), sessionId: uuid('session_id').notNull() },
  (t) => [
    primaryKey({ columns: [t.activityId, t.participantId, t.sessionId] }),
    foreignKey({ columns: [t.activityId, t.participantId], foreignColumns: [participants.activityId, participants.id] }).onDelete('cascade'),
    foreignKey({ columns: [t.activityId, t.sessionId], foreignColumns: [sessions.activityId, sessions.id] }).onDelete('cascade'),
    index('attendance_session_idx').on(t.activityId, t.sessionId),
  ],
);

/** People present whose names were withheld. */
export const headcounts = pgTable(
  'headcounts',
  {
    id: id(),
    activityId: activityId(),
    institutionId: uuid('institution_id').notNull().references(() => institutions.id),
    sex: text('sex', { enum: sexes }).notNull(),
    count: integer('count').notNull(),
  },
  (t) => [uniqueIndex('headcounts_key').on(t.activityId, t.institutionId, t.sex), index('headcounts_institution_idx').on(t.institutionId), oneOf('headcounts_sex', 'sex', sexes), check('headcounts_count', sql`${t.count} > 0 and ${t.count} <= 10000`)],
);

/** Each step of the review, with who, when, which version and why. Append-only. */
export const reviews = pgTable(
  'reviews',
  {
    id: id(),
    activityId: uuid('activity_id').notNull().references(() => activities.id),
    step: text('step', { enum: reviewSteps }).notNull(),
    version: integer('version').notNull(),
    note: text('note'),
    byUserId: uuid('by_user_id').notNull().references(() => users.id),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [index('reviews_activity_idx').on(t.activityId, t.at), index('reviews_by_idx').on(t.byUserId), oneOf('reviews_step', 'step', reviewSteps), maxLength('reviews_length', { note: 2000 })],
);

/** An evidence requirement that does not apply, and why; the reviewer sees it. */
export const evidenceWaivers = pgTable(
  'evidence_waivers',
  {
    activityId: activityId(),
    requirement: text('requirement').notNull(),
    reason: text('reason').notNull(),
    byUserId: uuid('by_user_id').notNull().references(() => users.id),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.activityId, t.requirement] }), index('evidence_waivers_by_idx').on(t.byUserId), maxLength('evidence_waivers_length', { requirement: 60, reason: 1000 })],
);

