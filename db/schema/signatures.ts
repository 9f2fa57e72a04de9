import { sql } from 'drizzle-orm';
import { check, customType, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { signatureParties, signatureWays } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf } from '../columns';
import { activities } from './activities';
import { accessLinks } from './links';
import { users } from './users';

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** A hand-over signed on screen or by link: one signature for all items, with the exact text that was shown. Append-only; it holds while the hand-over still says that. Only retention changes it: it empties names and drawing (`erase_signer_names`). */
export const handOverSignatures = pgTable(
  'hand_over_signatures',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    activityId: uuid('activity_id').notNull(),
    party: text('party', { enum: signatureParties }).notNull(),
    way: text('way', { enum: signatureWays }).notNull(),
    signerName: text('signer_name').notNull(),
    signerPost: text('signer_post'),
    /** signed for somebody else: for whom, and why */
    onBehalfOf: text('on_behalf_of'),
    reason: text('reason'),
    /** the sentence that was accepted, in the signer's language */
    statement: text('statement').notNull(),
    /** the drawn signature as PNG; null: the name was typed instead */
    drawing: bytea('drawing'),
    /** what stood on the screen: items and terms as canonical JSON, and its SHA-256 */
    content: text('content').notNull(),
    contentSha: text('content_sha').notNull(),
    signedAt: moment('signed_at').notNull(),
    /** whose screen it was; null: by link */
    recordedBy: uuid('recorded_by').references(() => users.id),
    linkId: uuid('link_id').references(() => accessLinks.id),
  },
  (t) => [
    foreignKey({ name: 'hand_over_signatures_activity_fk', columns: [t.projectId, t.activityId], foreignColumns: [activities.projectId, activities.id] }),
    index('hand_over_signatures_activity_idx').on(t.activityId),
    index('hand_over_signatures_recorded_by_idx').on(t.recordedBy),
    index('hand_over_signatures_link_idx').on(t.linkId),
    oneOf('hand_over_signatures_party', 'party', signatureParties),
    oneOf('hand_over_signatures_way', 'way', signatureWays),
    check('hand_over_signatures_behalf', sql`(${t.onBehalfOf} is null) = (${t.reason} is null)`),
    check('hand_over_signatures_by', sql`(${t.way} = 'link') = (${t.linkId} is not null) and (${t.way} = 'screen') = (${t.recordedBy} is not null)`),
    check('hand_over_signatures_drawing', sql`octet_length(${t.drawing}) <= 200000`),
    check('hand_over_signatures_sha', sql`${t.contentSha} ~ '^[0-9a-f]{64}$'`),
    maxLength('hand_over_signatures_length', { signer_name: 200, signer_post: 200, on_behalf_of: 200, reason: 1000, statement: 1000 }),
  ],
);
