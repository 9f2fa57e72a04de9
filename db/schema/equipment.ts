import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, numeric, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { currencies, custodyKinds, equipmentCategories, equipmentConditions } from '@/lib/shared/vocabulary';
import { amount, id, maxLength, moment, oneOf, storedFile, version } from '../columns';
import { activities } from './activities';
import { institutions } from './institutions';
import { people } from './people';
import { projects } from './projects';
import { results } from './results';
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
    /** who signed paper in the receiver's place, and why they could not; both or neither */
    onBehalfOf: text('on_behalf_of'),
    onBehalfReason: text('on_behalf_reason'),
    /** stands on its certificate; whoever types it at /verify learns whether that holds */
    verificationCode: text('verification_code').notNull().unique().default(sql`new_verification_code()`),
    /** SHA-256 of what its certificate says now (lib/signing): a signature holds while it was made under the same */
    contentSha: text('content_sha'),
    /** retention: since this day it says no names; what was signed with them is known by `contentSha` alone */
    namesErasedOn: date('names_erased_on', { mode: 'string' }),
  },
  (t) => [
    index('hand_overs_recipient_idx').on(t.recipientInstitutionId),
    check('hand_overs_on_behalf', sql`(${t.onBehalfOf} is null) = (${t.onBehalfReason} is null)`),
    maxLength('hand_overs_length', { hander: 200, receiver: 200, receiver_post: 200, terms: 4000, on_behalf_of: 200, on_behalf_reason: 1000, verification_code: 20, content_sha: 64 }),
  ],
);

/** A line of the approved budget under which equipment is bought. */
export const budgetLines = pgTable(
  'budget_lines',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    code: text('code').notNull(),
    description: text('description').notNull(),
    /** pieces approved; null: the budget names an amount only */
    approvedQuantity: integer('approved_quantity'),
    approvedAmount: amount('approved_amount').notNull(),
    currency: text('currency', { enum: currencies }).notNull(),
    /** USD per unit of that currency in the approved budget */
    usdRate: numeric('usd_rate', { precision: 14, scale: 6 }).notNull(),
    approvedUsd: numeric('approved_usd', { precision: 14, scale: 2 }).generatedAlwaysAs(sql`round("approved_amount" * "usd_rate", 2)`),
    /** why what was delivered differs from what was approved */
    differenceReason: text('difference_reason'),
    version: version(),
  },
  (t) => [
    unique('budget_lines_same_project').on(t.projectId, t.id),
    uniqueIndex('budget_lines_code_key').on(t.projectId, sql`lower(code)`),
    oneOf('budget_lines_currency', 'currency', currencies),
    check('budget_lines_amounts', sql`${t.approvedAmount} >= 0 and ${t.usdRate} > 0 and ${t.approvedQuantity} > 0`),
    maxLength('budget_lines_length', { code: 40, description: 300, difference_reason: 2000 }),
  ],
);

/** What a hand-over did not pass on of an item; the rest is what counts (DOMAIN §2.8). */
const handedShare = sql.raw('("quantity" - "short_quantity" - "damaged_quantity")');

/** An item, or a lot of like items without serial numbers. */
export const equipmentItems = pgTable(
  'equipment_items',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    /** the hand-over in which the item passes, once; null: in the register only */
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
    /** came to the project; with it custody begins */
    deliveredOn: date('delivered_on', { mode: 'string' }),
    budgetLineId: uuid('budget_line_id'),
    /** the output it was bought for */
    resultId: uuid('result_id'),
    /** what its user must have been trained in, as training topics name it */
    requiredTopic: text('required_topic'),
    /** given per project: 'PX.0009-0001' */
    assetTag: text('asset_tag').notNull(),
    /** the number at the tag's end, for its order */
    tagNumber: integer('tag_number').notNull().generatedAlwaysAs(sql`coalesce(substring("asset_tag" from '[0-9]{1,9}$'), '0')::int`),
    /** entered in the register by itself: taken off a hand-over it stays there */
    registered: boolean('registered').notNull().default(false),
    /** of the quantity: listed, yet not delivered with the hand-over */
    shortQuantity: integer('short_quantity').notNull().default(0),
    /** of the quantity: arrived damaged and was not accepted */
    damagedQuantity: integer('damaged_quantity').notNull().default(0),
    /** beyond the quantity: arrived, though not listed; counts only once it is registered */
    surplusQuantity: integer('surplus_quantity').notNull().default(0),
    acceptanceNote: text('acceptance_note'),
    /** what passed, and its value: pro rata of a lot accepted in part */
    handedQuantity: integer('handed_quantity').notNull().generatedAlwaysAs(handedShare),
    handedValue: numeric('handed_value', { precision: 14, scale: 2 }).generatedAlwaysAs(sql`round("value" * ${handedShare} / "quantity", 2)`),
    handedValueUsd: numeric('handed_value_usd', { precision: 14, scale: 2 }).generatedAlwaysAs(sql`round("value" * "usd_rate" * ${handedShare} / "quantity", 2)`),
    position: integer('position').notNull().default(0),
    version: version(),
  },
  (t) => [
    foreignKey({ columns: [t.projectId, t.activityId], foreignColumns: [activities.projectId, activities.id] }).onDelete('cascade'),
    foreignKey({ name: 'equipment_items_budget_line_fk', columns: [t.projectId, t.budgetLineId], foreignColumns: [budgetLines.projectId, budgetLines.id] }),
    foreignKey({ name: 'equipment_items_result_fk', columns: [t.projectId, t.resultId], foreignColumns: [results.projectId, results.id] }),
    unique('equipment_items_tag_key').on(t.projectId, t.assetTag),
    unique('equipment_items_same_project').on(t.projectId, t.id),
    index('equipment_items_tag_order_idx').on(t.projectId, t.tagNumber, t.id),
    index('equipment_items_description_idx').on(t.projectId, sql`(lower(${t.description}) collate "sr-Latn-x-icu")`, t.id),
    index('equipment_items_value_idx').on(t.projectId, sql`coalesce(value_usd, -1)`, t.id),
    index('equipment_items_budget_idx').on(t.budgetLineId),
    index('equipment_items_result_idx').on(t.resultId),
    uniqueIndex('equipment_items_serial_key').on(sql`lower(coalesce(make, ''))`, sql`lower(coalesce(model, ''))`, sql`lower(serial_number)`).where(sql`serial_number is not null`),
    index('equipment_items_serial_idx').on(sql`lower(serial_number)`).where(sql`serial_number is not null`),
    index('equipment_items_activity_idx').on(t.activityId),
    index('equipment_items_project_idx').on(t.projectId, t.category),
    oneOf('equipment_items_category', 'category', equipmentCategories),
    oneOf('equipment_items_currency', 'currency', currencies),
    check('equipment_items_quantity', sql`${t.quantity} > 0`),
    check('equipment_items_serial_single', sql`${t.serialNumber} is null or ${t.quantity} = 1`),
    check('equipment_items_value', sql`${t.value} >= 0 and (${t.value} is null or ${t.currency} is not null)`),
    check('equipment_items_rate', sql`${t.usdRate} > 0`),
    check('equipment_items_acceptance', sql`${t.shortQuantity} >= 0 and ${t.damagedQuantity} >= 0 and ${t.surplusQuantity} >= 0 and ${t.shortQuantity} + ${t.damagedQuantity} <= ${t.quantity}`),
    check('equipment_items_acceptance_note', sql`${t.shortQuantity} + ${t.damagedQuantity} + ${t.surplusQuantity} = 0 or ${t.acceptanceNote} is not null`),
    maxLength('equipment_items_length', { description: 300, make: 100, model: 100, serial_number: 100, supplier: 200, order_number: 100, asset_tag: 40, required_topic: 120, acceptance_note: 1000 }),
  ],
);

/**
 * Who holds an item, or part of a lot, from when. A move takes a quantity from the row it follows and passes it on, so that every piece is in exactly
 * one hand on every day: `remaining` is what a row has not passed on, kept by triggers, and can never go below nothing. The first row of an item is
 * its receipt by the project. Rows only grow; the two that rest on a record (receipt, hand-over) follow it.
 */
export const custody = pgTable(
  'custody',
  {
    id: id(),
    projectId: uuid('project_id').notNull(),
    itemId: uuid('item_id').notNull(),
    /** the row that the quantity is taken from; null: the receipt */
    previousId: uuid('previous_id'),
    kind: text('kind', { enum: custodyKinds }).notNull(),
    quantity: integer('quantity').notNull(),
    remaining: integer('remaining').notNull(),
    since: date('since', { mode: 'string' }).notNull(),
    /** who holds it, or held it last; null: the project itself */
    institutionId: uuid('institution_id').references(() => institutions.id),
    /** who uses it there */
    personId: uuid('person_id').references(() => people.id),
    /** when a loan ends */
    dueBack: date('due_back', { mode: 'string' }),
    reason: text('reason'),
    /** the hand-over that passed it */
    activityId: uuid('activity_id').references(() => activities.id),
    recordedBy: uuid('recorded_by').references(() => users.id),
    recordedAt: moment('recorded_at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({ name: 'custody_item_fk', columns: [t.projectId, t.itemId], foreignColumns: [equipmentItems.projectId, equipmentItems.id] }),
    unique('custody_same_item').on(t.itemId, t.id),
    foreignKey({ name: 'custody_previous_fk', columns: [t.itemId, t.previousId], foreignColumns: [t.itemId, t.id] }),
    uniqueIndex('custody_one_receipt').on(t.itemId).where(sql`previous_id is null`),
    uniqueIndex('custody_one_hand_over').on(t.itemId).where(sql`kind = 'handed_over'`),
    index('custody_previous_idx').on(t.previousId),
    index('custody_item_idx').on(t.itemId, t.since),
    index('custody_held_idx').on(t.projectId, t.institutionId).where(sql`remaining > 0`),
    index('custody_institution_idx').on(t.institutionId),
    index('custody_person_idx').on(t.personId),
    index('custody_activity_idx').on(t.activityId),
    index('custody_recorded_by_idx').on(t.recordedBy),
    oneOf('custody_kind', 'kind', custodyKinds),
    check('custody_begins', sql`(${t.previousId} is null) = (${t.kind} = 'received')`),
    check('custody_quantity', sql`${t.quantity} > 0`),
    check('custody_remaining', sql`${t.remaining} between 0 and ${t.quantity}`),
    check('custody_due_back', sql`${t.dueBack} is null or (${t.kind} = 'loan' and ${t.dueBack} >= ${t.since})`),
    maxLength('custody_length', { reason: 2000 }),
  ],
);

/** A file that proves a move; the bytes lie under their SHA-256 in the file storage. */
export const custodyFiles = pgTable(
  'custody_files',
  {
    id: id(),
    projectId: uuid('project_id').notNull().references(() => projects.id),
    custodyId: uuid('custody_id').notNull().references(() => custody.id),
    ...storedFile(),
    uploadedBy: uuid('uploaded_by').notNull().references(() => users.id),
    uploadedAt: moment('uploaded_at').notNull().defaultNow(),
  },
  (t) => [
    index('custody_files_custody_idx').on(t.custodyId),
    index('custody_files_project_idx').on(t.projectId),
    index('custody_files_sha_idx').on(t.sha256),
    index('custody_files_uploaded_by_idx').on(t.uploadedBy),
    check('custody_files_size', sql`${t.size} > 0`),
    check('custody_files_sha', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    maxLength('custody_files_length', { file_name: 255, media_type: 100 }),
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
