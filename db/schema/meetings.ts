import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { actionPointStatuses, decisionStates, meetingTypes, priorities } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf, version } from '../columns';
import { activities } from './activities';
import { institutions } from './institutions';
import { people } from './people';
import { projects } from './projects';
import { users } from './users';

const timePattern = sql.raw(`'^([01][0-9]|2[0-3]):[0-5][0-9]$'`);

export const meetings = pgTable(
  'meetings',
  {
    activityId: uuid('activity_id').primaryKey().references(() => activities.id, { onDelete: 'cascade' }),
    type: text('type', { enum: meetingTypes }),
    minutes: text('minutes'),
    /** restricted minutes reach no donor output (DOMAIN §5) */
    restricted: boolean('restricted').notNull().default(false),
    nextDate: date('next_date', { mode: 'string' }),
    /** 'HH:MM' in the project's time zone, as for the items of the agenda */
    startTime: text('start_time'),
    endTime: text('end_time'),
    /** when its minutes first went out for comments */
    circulatedAt: moment('circulated_at'),
    /** the day on which the minutes were agreed as they stand; a change of what they say empties it */
    agreedOn: date('agreed_on', { mode: 'string' }),
    agreedBy: uuid('agreed_by').references(() => users.id),
    /** the first meeting of the series it belongs to; null: a single one, or that first */
    seriesId: uuid('series_id'),
  },
  (t) => [
    foreignKey({ columns: [t.seriesId], foreignColumns: [t.activityId] }).onDelete('set null'),
    index('meetings_series_idx').on(t.seriesId),
    index('meetings_agreed_by_idx').on(t.agreedBy),
    check('meetings_agreed', sql`(${t.agreedOn} is null) = (${t.agreedBy} is null)`),
    check('meetings_series', sql`${t.seriesId} <> ${t.activityId}`),
    check('meetings_times', sql`${t.startTime} ~ ${timePattern} and ${t.endTime} ~ ${timePattern} and ${t.startTime} < ${t.endTime}`),
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
    startsAt: text('starts_at'),
    /** what was said under it */
    notes: text('notes'),
    /** it and what was decided and agreed under it reach no donor output and no paper for outside (DOMAIN §5) */
    restricted: boolean('restricted').notNull().default(false),
    position: integer('position').notNull(),
  },
  (t) => [
    index('agenda_items_activity_idx').on(t.activityId, t.position),
    check('agenda_items_starts_at', sql`${t.startsAt} ~ ${timePattern}`),
    maxLength('agenda_items_length', { title: 300, presenter: 200, notes: 5000 }),
  ],
);

/** How many people an institution was asked to send; those who stand on the list by name are among them. */
export const expectedAttendance = pgTable(
  'expected_attendance',
  {
    activityId: uuid('activity_id').notNull().references(() => meetings.activityId, { onDelete: 'cascade' }),
    institutionId: uuid('institution_id').notNull().references(() => institutions.id),
    count: integer('count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.activityId, t.institutionId] }), index('expected_attendance_institution_idx').on(t.institutionId), check('expected_attendance_count', sql`${t.count} between 1 and 10000`)],
);

/** What somebody who was there says about the minutes, by link: an institution, never a name. */
export const minutesComments = pgTable(
  'minutes_comments',
  {
    id: id(),
    activityId: uuid('activity_id').notNull().references(() => meetings.activityId, { onDelete: 'cascade' }),
    /** null: of none that was at the meeting */
    institutionId: uuid('institution_id').references(() => institutions.id),
    text: text('text').notNull(),
    saidAt: moment('said_at').notNull(),
    /** dealt with: by whom and how */
    handledAt: moment('handled_at'),
    handledBy: uuid('handled_by').references(() => users.id),
    note: text('note'),
  },
  (t) => [
    index('minutes_comments_activity_idx').on(t.activityId, t.saidAt),
    index('minutes_comments_institution_idx').on(t.institutionId),
    index('minutes_comments_handled_by_idx').on(t.handledBy),
    check('minutes_comments_handled', sql`(${t.handledAt} is null) = (${t.handledBy} is null)`),
    maxLength('minutes_comments_length', { text: 2000, note: 2000 }),
  ],
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
    /** the item of the agenda under which it was taken */
    agendaItemId: uuid('agenda_item_id').references(() => agendaItems.id, { onDelete: 'set null' }),
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
    index('decisions_item_idx').on(t.agendaItemId),
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
    /** the item of the agenda under which it was agreed */
    agendaItemId: uuid('agenda_item_id').references(() => agendaItems.id, { onDelete: 'set null' }),
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
    index('action_points_item_idx').on(t.agendaItemId),
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
