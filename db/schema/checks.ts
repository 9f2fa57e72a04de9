import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, maxLength, moment } from '../columns';
import { endUseChecks, equipmentItems } from './equipment';
import { actionPoints } from './meetings';

/** A photo taken at an end-use check, free of metadata. The bytes lie under their SHA-256 in the file storage. Append-only as the check itself. */
export const checkPhotos = pgTable(
  'check_photos',
  {
    id: id(),
    checkId: uuid('check_id').notNull().references(() => endUseChecks.id),
    sha256: text('sha256').notNull(),
    mediaType: text('media_type').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    addedAt: moment('added_at').notNull(),
  },
  (t) => [
    unique('check_photos_once').on(t.checkId, t.sha256),
    index('check_photos_sha_idx').on(t.sha256),
    check('check_photos_size', sql`${t.size} > 0 and ${t.width} > 0 and ${t.height} > 0`),
    check('check_photos_sha', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    maxLength('check_photos_length', { media_type: 100 }),
  ],
);

/** An action point raised because an item's check was overdue or found something wrong. */
export const itemActionPoints = pgTable(
  'item_action_points',
  { itemId: uuid('item_id').notNull().references(() => equipmentItems.id), actionPointId: uuid('action_point_id').notNull().references(() => actionPoints.id), raisedAt: moment('raised_at').notNull() },
  (t) => [primaryKey({ columns: [t.itemId, t.actionPointId] }), index('item_action_points_point_idx').on(t.actionPointId)],
);
