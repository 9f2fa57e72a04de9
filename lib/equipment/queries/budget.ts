import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { Currency } from '@/lib/shared/vocabulary';
import { handedOver, register } from './conditions';

export type BudgetLine = {
  id: string;
  version: number;
  code: string;
  description: string;
  approvedQuantity: number | null;
  approvedAmount: number;
  currency: Currency;
  usdRate: number;
  approvedUsd: number;
  differenceReason: string | null;
};
/** What stands in the register under a line, and what of it was handed over (DOMAIN §2.8). */
export type LineDelivery = { lineId: string | null; items: number; registeredUsd: number; unvalued: number; delivered: number; deliveredUsd: number; /** of those delivered, without a value in USD */ deliveredUnvalued: number };

/** The approved budget for equipment by line; none for who may not read records. */
export async function listBudgetLines(viewer: Viewer, project: { id: string }): Promise<BudgetLine[]> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return [];
  return database().execute<BudgetLine>(sql`
    select id, version, code, description, approved_quantity as "approvedQuantity", approved_amount::float8 as "approvedAmount", currency, usd_rate::float8 as "usdRate", approved_usd::float8 as "approvedUsd", difference_reason as "differenceReason"
    from budget_lines where project_id = ${project.id} order by lower(code), id`);
}

/** Number and value by budget line, in the register and handed over; `lineId` null: items without a line. */
export async function deliveryByLine(viewer: Viewer, project: { id: string }): Promise<LineDelivery[]> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return [];
  return database().execute<LineDelivery>(sql`
    with rows as materialized (select e.budget_line_id as line, e.quantity, e.value_usd, e.handed_quantity, e.handed_value_usd, (${handedOver(project.id)}) as counted ${register(project.id)})
    select line as "lineId", sum(quantity)::int as items, coalesce(sum(value_usd), 0)::float8 as "registeredUsd", coalesce(sum(quantity) filter (where value_usd is null), 0)::int as unvalued,
      coalesce(sum(handed_quantity) filter (where counted), 0)::int as delivered, coalesce(sum(handed_value_usd) filter (where counted), 0)::float8 as "deliveredUsd",
      coalesce(sum(handed_quantity) filter (where counted and value_usd is null), 0)::int as "deliveredUnvalued"
    from rows group by line`);
}
