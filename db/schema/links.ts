import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { linkPurposes } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf } from '../columns';
import { projects } from './projects';
import { users } from './users';

/** A link that lets somebody without an account do one thing about one subject until it expires. Of its token only the SHA-256 is kept. */
export const accessLinks = pgTable(
  'access_links',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    purpose: text('purpose', { enum: linkPurposes }).notNull(),
    /** what it is about: a follow-up, a training; the purpose says which, so there is no foreign key */
    subjectId: uuid('subject_id').notNull(),
    tokenHash: text('token_hash').notNull(),
    /** null: the system */
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** null: any number until it expires */
    maxUses: integer('max_uses'),
    uses: integer('uses').notNull().default(0),
    usedAt: moment('used_at'),
    /** uses within the minute that began at `burstAt`: a link that leaked cannot be used to flood */
    burst: integer('burst').notNull().default(0),
    burstAt: moment('burst_at'),
    /** its purpose is served or over: answered on paper, questionnaire closed */
    closedAt: moment('closed_at'),
    revokedAt: moment('revoked_at'),
    revokedBy: uuid('revoked_by').references(() => users.id),
  },
  (t) => [
    uniqueIndex('access_links_token_key').on(t.tokenHash),
    uniqueIndex('access_links_live_key').on(t.purpose, t.subjectId).where(sql`closed_at is null and revoked_at is null`),
    index('access_links_subject_idx').on(t.subjectId, t.purpose),
    index('access_links_project_idx').on(t.projectId, t.purpose),
    index('access_links_created_by_idx').on(t.createdBy),
    index('access_links_revoked_by_idx').on(t.revokedBy),
    oneOf('access_links_purpose', 'purpose', linkPurposes),
    check('access_links_uses', sql`${t.uses} >= 0 and ${t.uses} <= coalesce(${t.maxUses}, ${t.uses})`),
    check('access_links_expiry', sql`${t.expiresAt} > ${t.createdAt}`),
    maxLength('access_links_length', { token_hash: 64 }),
  ],
);
