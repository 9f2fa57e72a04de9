import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, numeric, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { institutionRoles, levelTemplates, projectStatuses } from '@/lib/shared/vocabulary';
import { amount, id, maxLength, moment, oneOf, version } from '../columns';
import { institutions } from './institutions';
import { users } from './users';

export const projects = pgTable(
  'projects',
  {
    id: id(),
    /** from the Projects id: 'PX.0009' → 'px-0009' */
    slug: text('slug').notNull().unique(),
    projectsId: text('projects_id').notNull().unique(),
    primaId: text('prima_id'),
    title: text('title').notNull(),
    status: text('status', { enum: projectStatuses }).notNull(),
    type: text('type'),
    budgetUsd: amount('budget_usd'),
    coverage: text('coverage'),
    year: integer('year'),
    startDate: date('start_date', { mode: 'string' }),
    endDate: date('end_date', { mode: 'string' }),
    idfRegion: text('idf_region'),
    benefitingMemberStates: text('benefiting_member_states').array().notNull().default(sql`'{}'::text[]`),
    donor: text('donor'),
    implementer: text('implementer'),
    rationale: text('rationale'),
    activitiesSummary: text('activities_summary'),
    /** by whose words the levels of the results matrix are called */
    levelTemplate: text('level_template', { enum: levelTemplates }).notNull().default('iom'),
    timeZone: text('time_zone').notNull().default('UTC'),
    attendanceThreshold: numeric('attendance_threshold', { precision: 4, scale: 3 }).notNull().default('0.8'),
    suppressionMinimum: integer('suppression_minimum').notNull().default(5),
    followUpMonths: integer('follow_up_months').notNull().default(3),
    /** months after the project's end for which names are kept (DOMAIN §5): of people recorded from now on, and in hand-overs */
    retentionMonths: integer('retention_months').notNull().default(24),
    /** how many decisions have been given a number so far */
    decisionsNumbered: integer('decisions_numbered').notNull().default(0),
    /** months after a hand-over at which its items are to be checked */
    checkMonths: integer('check_months').array().notNull().default(sql`'{3,6,12}'::int[]`),
    /** on labels: whose the item is (else the implementer), and where a finder reports */
    labelOwner: text('label_owner'),
    labelContact: text('label_contact'),
    /** activity content is made up (demo): every screen says so */
    illustrative: boolean('illustrative').notNull().default(false),
    createdAt: moment('created_at').notNull().defaultNow(),
    version: version(),
  },
  (t) => [
    oneOf('projects_status', 'status', projectStatuses),
    oneOf('projects_level_template', 'level_template', levelTemplates),
    check('projects_dates', sql`${t.endDate} >= ${t.startDate}`),
    check('projects_threshold', sql`${t.attendanceThreshold} > 0 and ${t.attendanceThreshold} <= 1`),
    check('projects_suppression', sql`${t.suppressionMinimum} >= 5`),
    check('projects_check_months', sql`cardinality(${t.checkMonths}) between 1 and 12 and 1 <= all (${t.checkMonths}) and 120 >= all (${t.checkMonths})`),
    check('projects_retention', sql`${t.retentionMonths} between 1 and 240`),
    check('projects_budget', sql`${t.budgetUsd} >= 0`),
    maxLength('projects_length', { slug: 60, projects_id: 40, prima_id: 40, title: 400, type: 200, coverage: 100, idf_region: 100, donor: 200, implementer: 200, rationale: 8000, activities_summary: 8000, label_owner: 200, label_contact: 200 }),
  ],
);

export const projectInstitutions = pgTable(
  'project_institutions',
  {
    projectId: uuid('project_id').notNull().references(() => projects.id),
    institutionId: uuid('institution_id').notNull().references(() => institutions.id),
    role: text('role', { enum: institutionRoles }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.institutionId] }), index('project_institutions_institution_idx').on(t.institutionId), oneOf('project_institutions_role', 'role', institutionRoles)],
);

/** Periods of one project never overlap: an exclusion constraint in drizzle/ holds that. */
export const reportingPeriods = pgTable(
  'reporting_periods',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    name: text('name').notNull(),
    fromDate: date('from_date', { mode: 'string' }).notNull(),
    toDate: date('to_date', { mode: 'string' }).notNull(),
    dueDate: date('due_date', { mode: 'string' }),
    /** closed now: locks every record whose date lies in it */
    closedAt: moment('closed_at'),
    closedBy: uuid('closed_by').references(() => users.id),
    /** first time it was closed: from then on its figures never move, whatever is reopened (DOMAIN §2.3) */
    frozenAt: moment('frozen_at'),
    version: version(),
  },
  (t) => [index('reporting_periods_project_idx').on(t.projectId, t.fromDate), index('reporting_periods_closed_by_idx').on(t.closedBy), unique('reporting_periods_same_project').on(t.projectId, t.id), check('reporting_periods_dates', sql`${t.toDate} >= ${t.fromDate}`), maxLength('reporting_periods_length', { name: 100 })],
);
