import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import type { Currency, EquipmentCategory } from '@/lib/shared/vocabulary';
import { conditions } from './conditions';

/** An item of the register as a hand-over lists it. */
export type StockItem = {
  id: string;
  assetTag: string;
  description: string;
  category: EquipmentCategory;
  make: string | null;
  model: string | null;
  serialNumber: string | null;
  quantity: number;
  value: number | null;
  currency: Currency | null;
  usdRate: number | null;
  supplier: string | null;
  orderNumber: string | null;
  purchasedOn: string | null;
  warrantyEnd: string | null;
};

/** Items of the register that no hand-over passes yet and that the words find, in order of their tags: the first of them, and how many there are. None for who may not write. */
export async function searchStock(viewer: Viewer, projectId: string, q: string, most = 20): Promise<{ items: StockItem[]; total: number }> {
  if (!may(rolesIn(viewer, projectId), 'records.write')) return { items: [], total: 0 };
  const rows = await database().execute<StockItem & { total: number }>(sql`
    select e.id, e.asset_tag as "assetTag", e.description, e.category, e.make, e.model, e.serial_number as "serialNumber", e.quantity, e.value::float8 as value, e.currency, e.usd_rate::float8 as "usdRate",
      e.supplier, e.order_number as "orderNumber", e.purchased_on as "purchasedOn", e.warranty_end as "warrantyEnd", count(*) over ()::int as total
    from equipment_items e left join activities a on a.id = e.activity_id and a.review_state <> 'withdrawn'
    where e.project_id = ${projectId} and e.registered and a.id is null and ${conditions(projectId, { q, category: null, institutionIds: null, state: null })}
      and not exists (select from custody c where c.item_id = e.id and c.kind not in ('received', 'repair', 'return'))
    order by e.tag_number, e.id limit ${most}`);
  return { items: rows.map(({ total: _total, ...item }) => item), total: rows[0]?.total ?? 0 };
}
