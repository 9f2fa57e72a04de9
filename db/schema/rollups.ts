import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { cooperationKinds, cooperationLevels, sexes } from '@/lib/shared/vocabulary';
import { moment, oneOf } from '../columns';
import { activities } from './activities';
import { institutions } from './institutions';
import { people } from './people';
import { projects, reportingPeriods } from './projects';
import { indicators } from './results';

const scopes = ['period', 'outside', 'cumulative'] as const;
const value = (name: string) => numeric(name, { precision: 18, scale: 4 });
const cell = () => ({
  projectId: uuid('project_id').notNull().references(() => projects.id),
  measure: text('measure').notNull(),
  indicatorId: uuid('indicator_id').references(() => indicators.id, { onDelete: 'cascade' }),
  scope: text('scope', { enum: scopes }).notNull(),
  periodId: uuid('period_id').references(() => reportingPeriods.id),
  institutionId: uuid('institution_id').references(() => institutions.id),
  sex: text('sex', { enum: sexes }),
  numerator: value('numerator').notNull(),
  denominator: value('denominator'),
});

/** Figures of one project: measure or indicator × period × institution × sex. Replaced as a whole whenever counted facts change (DESIGN §6). */
export const rollupCells = pgTable('rollup_cells', { ...cell(), restatement: boolean('restatement').notNull().default(false) }, (t) => [
  index('rollup_cells_project_idx').on(t.projectId, t.scope, t.indicatorId),
  index('rollup_cells_indicator_idx').on(t.indicatorId),
  index('rollup_cells_period_idx').on(t.periodId),
  index('rollup_cells_institution_idx').on(t.institutionId),
]);

/** The cells of a period as they stood when it was first closed: they never move again (DOMAIN §2.3). */
export const frozenCells = pgTable('frozen_cells', cell(), (t) => [
  index('frozen_cells_project_idx').on(t.projectId, t.periodId),
  index('frozen_cells_indicator_idx').on(t.indicatorId),
  index('frozen_cells_period_idx').on(t.periodId),
  index('frozen_cells_institution_idx').on(t.institutionId),
]);

/** What each record adds to each figure: the way from a number back to its proof. */
export const rollupRecords = pgTable(
  'rollup_records',
  {
    projectId: uuid('project_id').notNull().references(() => projects.id),
    measure: text('measure').notNull(),
    indicatorId: uuid('indicator_id').references(() => indicators.id, { onDelete: 'cascade' }),
    activityId: uuid('activity_id').notNull().references(() => activities.id),
    scope: text('scope', { enum: scopes }).notNull(),
    periodId: uuid('period_id').references(() => reportingPeriods.id),
    numerator: value('numerator').notNull(),
    denominator: value('denominator'),
  },
  (t) => [index('rollup_records_project_idx').on(t.projectId, t.indicatorId, t.measure), index('rollup_records_activity_idx').on(t.activityId), index('rollup_records_indicator_idx').on(t.indicatorId), index('rollup_records_period_idx').on(t.periodId)],
);

const partDimensions = ['place', 'topic', 'age'] as const;

/** Parts of the figure of one indicator over the whole project by place, topic and age band; `key`: place, topic, band, or null for not stated. They add up to the figure. */
export const rollupParts = pgTable(
  'rollup_parts',
  {
    projectId: uuid('project_id').notNull().references(() => projects.id),
    indicatorId: uuid('indicator_id').notNull().references(() => indicators.id, { onDelete: 'cascade' }),
    measure: text('measure').notNull(),
    dimension: text('dimension', { enum: partDimensions }).notNull(),
    key: text('key'),
    /** what stands under several topics, taken off again */
    overlap: boolean('overlap').notNull(),
    numerator: value('numerator').notNull(),
    denominator: value('denominator'),
  },
  (t) => [index('rollup_parts_project_idx').on(t.projectId), index('rollup_parts_indicator_idx').on(t.indicatorId), oneOf('rollup_parts_dimension', 'dimension', partDimensions)],
);

/** First-count ledger: which training first counted a person in the project, and in which period. */
export const firstCounts = pgTable(
  'first_counts',
  {
    projectId: uuid('project_id').notNull().references(() => projects.id),
    personId: uuid('person_id').notNull().references(() => people.id),
    activityId: uuid('activity_id').notNull().references(() => activities.id),
    countedOn: date('counted_on', { mode: 'string' }).notNull(),
    periodId: uuid('period_id').references(() => reportingPeriods.id),
    institutionId: uuid('institution_id').references(() => institutions.id),
    sex: text('sex', { enum: sexes }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.personId] }), index('first_counts_person_idx').on(t.personId), index('first_counts_activity_idx').on(t.activityId), index('first_counts_period_idx').on(t.periodId), index('first_counts_institution_idx').on(t.institutionId)],
);

/**
 * What every two institutions had in common, once per pair (a before b; a = b: all of its own): project × level × period × kind. Stored per level, because
 * one meeting of three units is one meeting of their ministry: pairs of units do not add up to pairs of ministries. `a`, `b`: institution, or country code.
 */
export const cooperationPairs = pgTable(
  'cooperation_pairs',
  {
    projectId: uuid('project_id').notNull().references(() => projects.id),
    level: text('level', { enum: cooperationLevels }).notNull(),
    periodId: uuid('period_id').references(() => reportingPeriods.id),
    kind: text('kind', { enum: cooperationKinds }).notNull(),
    a: text('a').notNull(),
    b: text('b').notNull(),
    /** of restricted meetings or items: no donor sees these (DOMAIN §5). Rows from before that was told apart stand as restricted until they are computed anew. */
    restricted: boolean('restricted').notNull().default(true),
    events: integer('events').notNull(),
    people: integer('people').notNull(),
    women: integer('women').notNull(),
  },
  (t) => [
    index('cooperation_pairs_project_idx').on(t.projectId, t.level),
    index('cooperation_pairs_period_idx').on(t.periodId),
    oneOf('cooperation_pairs_level', 'level', cooperationLevels),
    oneOf('cooperation_pairs_kind', 'kind', cooperationKinds),
    check('cooperation_pairs_order', sql`${t.a} collate "C" <= ${t.b} collate "C"`),
    check('cooperation_pairs_counts', sql`${t.events} > 0 and ${t.people} >= ${t.women} and ${t.women} >= 0`),
  ],
);

/** When the figures of a project were last computed: the "as of" beside every figure. */
export const rollupStates = pgTable('rollup_states', {
  projectId: uuid('project_id').primaryKey().references(() => projects.id),
  computedAt: moment('computed_at').notNull().default(sql`now()`),
  asOf: date('as_of', { mode: 'string' }).notNull(),
  /** by which version of the counting (lib/indicators/rules/version); 0: before it was kept */
  version: integer('version').notNull().default(0),
});
