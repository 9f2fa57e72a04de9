import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, numeric, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { currencies, equipmentCategories, equipmentConditions } from '@/lib/shared/vocabulary';
import { amount, id, maxLength, moment, oneOf, version } from '../columns';
import { activities } from './activities';
import { institutions } from './institutions';
import { projects } from './projects';
import { users } from './users';

export const handOvers = pgTable(
  'hand_overs',
  {
    activityId: uuid('activity_id').primaryKey().references(() => activities.id, { onDelete: 'cascade' }),
    recipientInstitutionId: uuid('recipient_institution_id').references(() => institutions.id),
    hander: text('hander'),
    receiver: text('receiver'),
    receiverPost: text('receiver_post'),
    terms: text('terms'),
  },
  (t) => [index('hand_overs_recipient_idx').on(t.recipientInstitutionId), maxLength('hand_overs_length', { hander: 200, receiver: 200, receiver_post: 200, terms: 4000 })],
);

/** An item, or a lot of like items without serial numbers. */
export const equipmentItems = pgTable(
  'equipment_items',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    /** the hand-over in which the item passes; an item passes once */
    activityId: uuid('activity_id'),
    description: text('description').notNull(),
    category: text('category', { enum: equipmentCategories }).notNull(),
    make: text('make'),
    model: text('model'),
    serialNumber: text('serial_number'),
    quantity: integer('quantity').notNull().default(1),
    /** of the whole lot, in its own currency */
    value: amount('value'),
    currency: text('currency', { enum: currencies }),
    /** USD per unit of that currency on the day it was recorded */
    usdRate: numeric('usd_rate', { precision: 14, scale: 6 }),
    valueUsd: numeric('value_usd', { precision: 14, scale: 2 }).generatedAlwaysAs(sql`round("value" * "usd_rate", 2)`),
    supplier: text('supplier'),
    orderNumber: text('order_number'),
    purchasedOn: date('purchased_on', { mode: 'string' }),
    warrantyEnd: date('warranty_end', { mode: 'string' }),
    /** given per project: 'PX.0009-0001' */
    assetTag: text('asset_tag').notNull(),
    position: integer('position').notNull().default(0),
    version: version(),
  },
  (t) => [
    foreignKey({ columns: [t.projectId, t.activityId], foreignColumns: [activities.projectId, activities.id] }).onDelete('cascade'),
    unique('equipment_items_tag_key').on(t.projectId, t.assetTag),
    uniqueIndex('equipment_items_serial_key').on(sql`lower(coalesce(make, ''))`, sql`lower(coalesce(model, ''))`, sql`lower(serial_number)`).where(sql`serial_number is not null`),
    index('equipment_items_activity_idx').on(t.activityId),
    index('equipment_items_project_idx').on(t.projectId, t.category),
    oneOf('equipment_items_category', 'category', equipmentCategories),
    oneOf('equipment_items_currency', 'currency', currencies),
    check('equipment_items_quantity', sql`${t.quantity} > 0`),
    check('equipment_items_serial_single', sql`${t.serialNumber} is null or ${t.quantity} = 1`),
    check('equipment_items_value', sql`${t.value} >= 0 and (${t.value} is null or ${t.currency} is not null)`),
    check('equipment_items_rate', sql`${t.usdRate} > 0`),
    maxLength('equipment_items_length', { description: 300, make: 100, model: 100, serial_number: 100, supplier: 200, order_number: 100, asset_tag: 40 }),
  ],
);

/** What somebody found when looking at the item. Append-only: a later check corrects an earlier one. */
export const endUseChecks = pgTable(
  'end_use_checks',
  {
    id: id(),
    itemId: uuid('item_id').notNull().references(() => equipmentItems.id),
    checkedOn: date('checked_on', { mode: 'string' }).notNull(),
    inUse: boolean('in_use').notNull(),
    usedBy: text('used_by'),
    location: text('location'),
    condition: text('condition', { enum: equipmentConditions }),
    note: text('note'),
    recordedBy: uuid('recorded_by').notNull().references(() => users.id),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
  },
  (t) => [index('end_use_checks_item_idx').on(t.itemId, t.checkedOn), index('end_use_checks_recorded_by_idx').on(t.recordedBy), oneOf('end_use_checks_condition', 'condition', equipmentConditions), maxLength('end_use_checks_length', { used_by: 200, location: 200, note: 2000 })],
);
