import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { languages, mailStates, notificationFrequencies } from '@/lib/shared/vocabulary';
import { id, maxLength, moment, oneOf } from '../columns';
import { accessLinks } from './links';
import { users } from './users';

/**
 * Who receives digests and how often they want them: an account, or an address without one. Of the address only its SHA-256 stays here, so that
 * "never" outlives the person's record and says nothing about them.
 */
export const notificationRecipients = pgTable(
  'notification_recipients',
  {
    id: id(),
    userId: uuid('user_id').references(() => users.id),
    addressHash: text('address_hash'),
    frequency: text('frequency', { enum: notificationFrequencies }).notNull().default('daily'),
    /** null: not chosen yet; mails then come in both languages */
    language: text('language', { enum: languages }),
    lastDigestAt: moment('last_digest_at'),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('notification_recipients_user_key').on(t.userId),
    uniqueIndex('notification_recipients_address_key').on(t.addressHash),
    check('notification_recipients_one', sql`(${t.userId} is null) <> (${t.addressHash} is null)`),
    oneOf('notification_recipients_frequency', 'frequency', notificationFrequencies),
    oneOf('notification_recipients_language', 'language', languages),
    maxLength('notification_recipients_length', { address_hash: 64 }),
  ],
);

/** Mails as they went, wait to go, or would have gone. Emptied of old ones by every run. */
export const outboxMails = pgTable(
  'outbox_mails',
  {
    id: id(),
    recipientId: uuid('recipient_id').notNull().references(() => notificationRecipients.id),
    address: text('address').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** how many things it speaks of */
    items: integer('items').notNull(),
    /** opens the page where its reader says how often they want such mails; addresses of links are filled in when it goes, none stands here */
    settingsLinkId: uuid('settings_link_id').notNull().references(() => accessLinks.id),
    state: text('state', { enum: mailStates }).notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** not before this; a sender that takes it moves it on, so that no other takes it meanwhile */
    nextAttemptAt: moment('next_attempt_at').notNull(),
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull(),
    sentAt: moment('sent_at'),
  },
  (t) => [
    index('outbox_mails_recipient_idx').on(t.recipientId, t.createdAt),
    index('outbox_mails_settings_link_idx').on(t.settingsLinkId),
    index('outbox_mails_created_idx').on(t.createdAt, t.id),
    index('outbox_mails_waiting_idx').on(t.nextAttemptAt).where(sql`state = 'waiting'`),
    oneOf('outbox_mails_state', 'state', mailStates),
    check('outbox_mails_sent', sql`(${t.state} = 'sent') = (${t.sentAt} is not null)`),
    maxLength('outbox_mails_length', { address: 254, subject: 300, body: 100_000, last_error: 500 }),
  ],
);

/** What was said to whom: the same key is said once. Rows stay when the mail itself is cleared away. */
export const notified = pgTable(
  'notified',
  {
    recipientId: uuid('recipient_id').notNull().references(() => notificationRecipients.id),
    key: text('key').notNull(),
    at: moment('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.recipientId, t.key] }), maxLength('notified_length', { key: 200 })],
);
