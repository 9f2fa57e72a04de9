import { sql } from 'drizzle-orm';
import { check, date, foreignKey, index, integer, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, maxLength, moment } from '../columns';
import { activities } from './activities';
import { people } from './people';
import { projects } from './projects';
import { users } from './users';

/** A certificate of a training, as it was issued: course, days and hours are frozen, the name is not kept here. Append-only but for the person, whom a merge may move. */
export const certificates = pgTable(
  'certificates',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    activityId: uuid('activity_id').notNull(),
    personId: uuid('person_id').notNull().references(() => people.id),
    /** runs through the project */
    number: integer('number').notNull(),
    verificationCode: text('verification_code').notNull().unique(),
    course: text('course').notNull(),
    place: text('place'),
    heldFrom: date('held_from', { mode: 'string' }).notNull(),
    heldTo: date('held_to', { mode: 'string' }).notNull(),
    hours: numeric('hours', { precision: 6, scale: 2 }),
    issuedAt: moment('issued_at').notNull(),
    issuedBy: uuid('issued_by').notNull().references(() => users.id),
  },
  (t) => [
    unique('certificates_number_key').on(t.projectId, t.number),
    foreignKey({ columns: [t.projectId, t.activityId], foreignColumns: [activities.projectId, activities.id] }),
    index('certificates_activity_idx').on(t.activityId),
    index('certificates_person_idx').on(t.personId),
    index('certificates_issued_by_idx').on(t.issuedBy),
    check('certificates_dates', sql`${t.heldTo} >= ${t.heldFrom}`),
    maxLength('certificates_length', { course: 300, place: 200, verification_code: 20 }),
  ],
);

/** That a certificate no longer holds, and why. Append-only: who lost it in error gets a new one. */
export const certificateRevocations = pgTable(
  'certificate_revocations',
  {
    certificateId: uuid('certificate_id').primaryKey().references(() => certificates.id),
    reason: text('reason').notNull(),
    byUserId: uuid('by_user_id').notNull().references(() => users.id),
    at: moment('at').notNull(),
  },
  (t) => [index('certificate_revocations_by_idx').on(t.byUserId), maxLength('certificate_revocations_length', { reason: 1000 })],
);
