import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { sexes } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf, version } from '../columns';
import { institutions } from './institutions';
import { projects } from './projects';
import { users } from './users';

export const people = pgTable(
  'people',
  {
    id: id(),
    givenName: text('given_name').notNull(),
    familyName: text('family_name').notNull(),
    sex: text('sex', { enum: sexes }).notNull().default('not_stated'),
    birthYear: integer('birth_year'),
    rank: text('rank'),
    email: text('email'),
    phone: text('phone'),
    lawfulBasis: text('lawful_basis'),
    consentOn: date('consent_on', { mode: 'string' }),
    /** identity is erased after this day, counts are kept (DOMAIN §5) */
    retainUntil: date('retain_until', { mode: 'string' }),
    anonymisedAt: moment('anonymised_at'),
    mergedIntoId: uuid('merged_into_id').references((): AnyPgColumn => people.id),
    createdBy: uuid('created_by').notNull().references(() => users.id),
    createdAt: moment('created_at').notNull().defaultNow(),
    version: version(),
    /** what a like name has in common with this one, by name_keys(); follows the name, so that erasing the name erases it */
    matchKeys: text('match_keys').array().notNull().generatedAlwaysAs(sql`name_keys(given_name, family_name)`),
  },
  (t) => [
    oneOf('people_sex', 'sex', sexes),
    check('people_birth_year', sql`${t.birthYear} between 1900 and 2100`),
    index('people_name_idx').on(sql`lower(${t.familyName})`, sql`lower(${t.givenName})`, t.id),
    index('people_match_idx').using('gin', t.matchKeys).with({ fastupdate: false }),
    index('people_collated_idx').on(sql`(${t.familyName} collate "sr-Latn-x-icu")`, sql`(${t.givenName} collate "sr-Latn-x-icu")`, t.id),
    index('people_retain_until_idx').on(t.retainUntil).where(sql`${t.anonymisedAt} is null`),
    index('people_merged_into_idx').on(t.mergedIntoId),
    index('people_created_by_idx').on(t.createdBy),
    maxLength('people_length', { given_name: 100, family_name: 100, rank: 100, email: 254, phone: 50, lawful_basis: 200 }),
  ],
);

/** Posts held over time; the one without an end is the present post. */
export const personPosts = pgTable(
  'person_posts',
  {
    id: id(),
    personId: uuid('person_id').notNull().references(() => people.id),
    institutionId: uuid('institution_id').notNull().references(() => institutions.id),
    post: text('post'),
    fromDate: date('from_date', { mode: 'string' }),
    toDate: date('to_date', { mode: 'string' }),
    version: version(),
  },
  (t) => [
    uniqueIndex('person_posts_present_key').on(t.personId).where(sql`${t.toDate} is null`),
    index('person_posts_person_idx').on(t.personId),
    index('person_posts_institution_idx').on(t.institutionId),
    check('person_posts_dates', sql`${t.toDate} >= ${t.fromDate}`),
    maxLength('person_posts_length', { post: 200 }),
  ],
);

/**
 * Which projects know a person: the scope in which staff see the register. The name stands here once more, written by triggers alone, so that a project's list
 * is read in order and searched without passing the people of all others.
 */
export const projectPeople = pgTable(
  'project_people',
  {
    projectId: uuid('project_id').notNull().references(() => projects.id),
    personId: uuid('person_id').notNull().references(() => people.id),
    familyName: text('family_name').notNull().default(''),
    givenName: text('given_name').notNull().default(''),
    /** search_text() of the whole name */
    search: text('search').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.projectId, t.personId] }),
    index('project_people_person_idx').on(t.personId),
    index('project_people_named_idx').on(t.projectId, sql`(${t.familyName} collate "sr-Latn-x-icu")`, sql`(${t.givenName} collate "sr-Latn-x-icu")`, t.personId),
  ],
);

/** One row that a merge touched, before and after; null: not there. */
export type RowChange = { table: string; before: Record<string, unknown> | null; after: Record<string, unknown> | null };
/** What a merge did, and how what it combined stood right after: undoing asks whether it still stands so. */
export type MergeTrace = { changes: RowChange[]; seal: Record<string, unknown> };

/** Two records of one person made one (DOMAIN §2.13). `trace` allows undoing for 30 days; it is emptied after that, and when the person is anonymised. */
export const personMerges = pgTable(
  'person_merges',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    keptId: uuid('kept_id').notNull().references(() => people.id),
    mergedId: uuid('merged_id').notNull().references(() => people.id),
    mergedAt: moment('merged_at').notNull().defaultNow(),
    mergedBy: uuid('merged_by').notNull().references(() => users.id),
    trace: jsonb('trace').$type<MergeTrace>(),
    undoneAt: moment('undone_at'),
    undoneBy: uuid('undone_by').references(() => users.id),
  },
  (t) => [
    uniqueIndex('person_merges_standing_key').on(t.mergedId).where(sql`${t.undoneAt} is null`),
    index('person_merges_project_idx').on(t.projectId, t.mergedAt),
    index('person_merges_kept_idx').on(t.keptId),
    index('person_merges_merged_idx').on(t.mergedId),
    index('person_merges_merged_by_idx').on(t.mergedBy),
    index('person_merges_undone_by_idx').on(t.undoneBy),
    check('person_merges_two', sql`${t.keptId} <> ${t.mergedId}`),
  ],
);

/** Two people of whom somebody said that they are not one: they are not offered as duplicates again. */
export const personDistinctions = pgTable(
  'person_distinctions',
  {
    firstId: uuid('first_id').notNull().references(() => people.id),
    secondId: uuid('second_id').notNull().references(() => people.id),
    byUserId: uuid('by_user_id').notNull().references(() => users.id),
    at: moment('at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.firstId, t.secondId] }), index('person_distinctions_second_idx').on(t.secondId), index('person_distinctions_by_idx').on(t.byUserId), check('person_distinctions_order', sql`${t.firstId} < ${t.secondId}`)],
);
