import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';
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
  },
  (t) => [
    oneOf('people_sex', 'sex', sexes),
    check('people_birth_year', sql`${t.birthYear} between 1900 and 2100`),
    index('people_name_idx').on(sql`lower(${t.familyName})`, sql`lower(${t.givenName})`, t.id),
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
  },
  (t) => [
    uniqueIndex('person_posts_present_key').on(t.personId).where(sql`${t.toDate} is null`),
    index('person_posts_person_idx').on(t.personId),
    index('person_posts_institution_idx').on(t.institutionId),
    check('person_posts_dates', sql`${t.toDate} >= ${t.fromDate}`),
    maxLength('person_posts_length', { post: 200 }),
  ],
);

/** Which projects know a person: the scope in which staff see the register. */
export const projectPeople = pgTable(
  'project_people',
  {
    projectId: uuid('project_id').notNull().references(() => projects.id),
    personId: uuid('person_id').notNull().references(() => people.id),
  },
  (t) => [primaryKey({ columns: [t.projectId, t.personId] }), index('project_people_person_idx').on(t.personId)],
);
