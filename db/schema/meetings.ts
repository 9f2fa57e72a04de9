import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { actionPointStatuses, decisionStates, meetingTypes, priorities } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf, version } from '../columns';
import { activities } from './activities';
import { institutions } from './institutions';
import { people } from './people';
import { projects } from './projects';
import { users } from './users';

export const meetings = pgTable(
  'meetings',
  {
    activityId: uuid('activity_id').primaryKey().references(() => activities.id, { onDelete: 'cascade' }),
    type: text('type', { enum: meetingTypes }),
    minutes: text('minutes'),
    /** restricted minutes reach no donor output (DOMAIN §5) */
    restricted: boolean('restricted').notNull().default(false),
    nextDate: date('next_date', { mode: 'string' }),
    /** the first meeting of the series it belongs to; null: a single one, or that first */
    seriesId: uuid('series_id'),
  },
  (t) => [
    foreignKey({ columns: [t.seriesId], foreignColumns: [t.activityId] }).onDelete('set null'),
    index('meetings_series_idx').on(t.seriesId),
    check('meetings_series', sql`${t.seriesId} <> ${t.activityId}`),
    oneOf('meetings_type', 'type', meetingTypes), maxLength('meetings_length', { minutes: 20000 }),
  ],
);

export const agendaItems = pgTable(
  'agenda_items',
  {
    id: id(),
    activityId: uuid('activity_id').notNull().references(() => meetings.activityId, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    presenter: text('presenter'),
    position: integer('position').notNull(),
  },
  (t) => [index('agenda_items_activity_idx').on(t.activityId, t.position), maxLength('agenda_items_length', { title: 300, presenter: 200 })],
);

export const decisions = pgTable(
  'decisions',
  {
    id: id(),
    activityId: uuid('activity_id').notNull().references(() => meetings.activityId, { onDelete: 'cascade' }),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    /** numbered per project, in the order in which they were written; a number is never given twice */
    number: integer('number').notNull(),
    text: text('text').notNull(),
    position: integer('position').notNull(),
    state: text('state', { enum: decisionStates }).notNull().default('open'),
    /** the day on which it was implemented or dropped */
    settledOn: date('settled_on', { mode: 'string' }),
    /** what shows that it was implemented, or why it was dropped */
    note: text('note'),
    version: version(),
  },
  (t) => [
    unique('decisions_number_key').on(t.projectId, t.number),
    index('decisions_activity_idx').on(t.activityId, t.position),
    oneOf('decisions_state', 'state', decisionStates),
    check('decisions_settled', sql`(${t.state} = 'open') = (${t.settledOn} is null)`),
    check('decisions_dropped', sql`${t.state} <> 'dropped' or ${t.note} is not null`),
    maxLength('decisions_length', { text: 2000, note: 2000 }),
  ],
);

export const actionPoints = pgTable(
  'action_points',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    activityId: uuid('activity_id'),
    /** numbered per project */
    number: integer('number').notNull(),
    text: text('text').notNull(),
    institutionId: uuid('institution_id').references(() => institutions.id),
    personId: uuid('person_id').references(() => people.id),
    dueDate: date('due_date', { mode: 'string' }),
    /** kept when the due date moves: the on-time measure uses it (DOMAIN §2.10) */
    firstDueDate: date('first_due_date', { mode: 'string' }),
    priority: text('priority', { enum: priorities }).notNull().default('normal'),
    status: text('status', { enum: actionPointStatuses }).notNull().default('open'),
    doneOn: date('done_on', { mode: 'string' }),
    outcome: text('outcome'),
    dropReason: text('drop_reason'),
    position: integer('position').notNull().default(0),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    updatedBy: uuid('updated_by').references(() => users.id),
    version: version(),
  },
  (t) => [
    foreignKey({ columns: [t.projectId, t.activityId], foreignColumns: [activities.projectId, activities.id] }).onDelete('cascade'),
    unique('action_points_number_key').on(t.projectId, t.number),
    index('action_points_activity_idx').on(t.activityId),
    index('action_points_due_idx').on(t.projectId, t.status, t.dueDate),
    index('action_points_institution_idx').on(t.institutionId),
    index('action_points_person_idx').on(t.personId),
    index('action_points_updated_by_idx').on(t.updatedBy),
    oneOf('action_points_priority', 'priority', priorities),
    oneOf('action_points_status', 'status', actionPointStatuses),
    check('action_points_done', sql`(${t.status} in ('done', 'verified')) = (${t.doneOn} is not null)`),
    check('action_points_dropped', sql`(${t.status} = 'dropped') = (${t.dropReason} is not null)`),
    maxLength('action_points_length', { text: 2000, outcome: 2000, drop_reason: 2000 }),
  ],
);
