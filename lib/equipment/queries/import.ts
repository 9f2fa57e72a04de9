import 'server-only';
import { sql } from 'drizzle-orm';
import { database, type Transaction } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { TableRow } from '@/lib/exchange/table';
import { newId } from '@/lib/shared/ids';
import { type ImportFacts, type ItemPlan, type KnownItem, planItems, serialsIn } from '../rules/import/plan';
import { serialTakenBy } from '../rules/serials';
import { serialKey } from '../schema/item';

type Elsewhere = { id: string; projectId: string; assetTag: string; make: string | null; model: string | null; serialNumber: string };
type Reader = Pick<Transaction, 'execute'>;

type Scope = { id: string; today: string };

/** The preview of an equipment list for who records for the project; null for others. */
export async function previewItems(viewer: Viewer, project: Scope, rows: TableRow[]): Promise<ItemPlan | null> {
  return may(rolesIn(viewer, project.id), 'records.write') ? planItemsIn(database(), viewer, project, rows) : null;
}

/** Plans a list with what the database holds now; within a transaction when it is committed. */
export async function planItemsIn(db: Reader, actor: Viewer | null, project: Scope, rows: TableRow[]): Promise<ItemPlan> {
  return planItems(rows, await factsIn(db, actor, project, serialsIn(rows)), () => newId());
}

async function factsIn(db: Reader, actor: Viewer | null, { id: projectId, today }: Scope, serials: string[]): Promise<ImportFacts> {
  const items = await db.execute<KnownItem>(sql`
    select e.project_id as "projectId", e.id, e.version, e.asset_tag as "assetTag", coalesce(a.review_state = 'approved', false) as locked, e.description, e.category, e.make, e.model, e.serial_number as "serialNumber", e.quantity,
      e.value::float8 as value, e.currency, e.usd_rate::float8 as "usdRate", e.supplier, e.order_number as "orderNumber", e.purchased_on as "purchasedOn", e.warranty_end as "warrantyEnd",
      e.delivered_on as "deliveredOn", e.budget_line_id as "budgetLineId", e.result_id as "resultId", e.required_topic as "requiredTopic"
    from equipment_items e left join activities a on a.id = e.activity_id where e.project_id = ${projectId} order by e.tag_number, e.id`);
  const others = await db.execute<Elsewhere>(sql`
    select id, project_id as "projectId", asset_tag as "assetTag", make, model, serial_number as "serialNumber" from equipment_items where project_id <> ${projectId} and lower(serial_number) = any(${sql.param(serials)}::text[])`);
  const lines = await db.execute<{ id: string; code: string }>(sql`select id, code from budget_lines where project_id = ${projectId}`);
  const outputs = await db.execute<{ id: string; code: string }>(sql`select id, code from results where project_id = ${projectId} and level = 'output'`);
  return { projectId, today, items, taken: new Map(others.map((other) => [serialKey(other), serialTakenBy(other, actor !== null && may(rolesIn(actor, other.projectId), 'records.read'))])), lines, outputs };
}
