import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { attended } from '@/lib/indicators/rules/attendance';
import { isId } from '@/lib/shared/ids';
import type { ActionPointStatus, EquipmentCondition } from '@/lib/shared/vocabulary';
import type { Holding } from '../rules/custody';
import { register } from './conditions';
import { type ItemRow, itemColumns, withStatuses } from './register';

export type CheckView = { id: string; checkedOn: string; inUse: boolean; usedBy: string | null; location: string | null; condition: EquipmentCondition | null; note: string | null; recordedBy: string };
export type CustodyFile = { id: string; fileName: string };
export type CustodyView = Holding & { person: string | null; dueBack: string | null; reason: string | null; recordedBy: string | null; files: CustodyFile[] };
/** An action point that was raised about an item. */
export type ItemPoint = { id: string; number: number; text: string; status: ActionPointStatus; dueDate: string; raisedOn: string };
type Facts = {
  supplier: string | null;
  orderNumber: string | null;
  purchasedOn: string | null;
  deliveredOn: string | null;
  warrantyEnd: string | null;
  valueUsd: number | null;
  usdRate: number | null;
  activityTitle: string | null;
  version: number;
  make: string | null;
  model: string | null;
  budgetLineId: string | null;
  budgetLine: string | null;
  resultId: string | null;
  output: string | null;
  requiredTopic: string | null;
  handedQuantity: number;
  shortQuantity: number;
  damagedQuantity: number;
  surplusQuantity: number;
  acceptanceNote: string | null;
};
export type ItemView = ItemRow & Facts & { checks: CheckView[]; custody: CustodyView[]; points: ItemPoint[] };

/** One item with its hand-over, its chain of custody and the action points raised about it (oldest first) and all checks (newest first); null where it does not exist for the viewer. */
export async function findItem(viewer: Viewer, project: { id: string }, itemId: string): Promise<ItemView | null> {
  if (!isId(itemId) || !may(rolesIn(viewer, project.id), 'records.read')) return null;
  const [[found], checks, chain, points] = await Promise.all([
    database().execute<Omit<ItemRow, 'statuses'> & Facts & { condition: EquipmentCondition | null }>(sql`
      select ${itemColumns}, a.title as "activityTitle", e.supplier, e.order_number as "orderNumber", e.purchased_on as "purchasedOn", e.delivered_on as "deliveredOn", e.warranty_end as "warrantyEnd",
        e.value_usd::float8 as "valueUsd", e.usd_rate::float8 as "usdRate", e.version, e.make, e.model, e.budget_line_id as "budgetLineId", e.result_id as "resultId", e.required_topic as "requiredTopic",
        e.handed_quantity as "handedQuantity", e.short_quantity as "shortQuantity", e.damaged_quantity as "damagedQuantity", e.surplus_quantity as "surplusQuantity", e.acceptance_note as "acceptanceNote",
        (select l.code || ' ' || l.description from budget_lines l where l.id = e.budget_line_id) as "budgetLine", (select r.code || ' ' || r.statement from results r where r.id = e.result_id) as output
      ${register(project.id)} and e.id = ${itemId}`),
    database().execute<CheckView>(sql`
      select c.id, c.checked_on as "checkedOn", c.in_use as "inUse", c.used_by as "usedBy", c.location, c.condition, c.note, u.name as "recordedBy"
      from end_use_checks c join users u on u.id = c.recorded_by where c.item_id = ${itemId} order by c.checked_on desc, c.recorded_at desc, c.id desc limit 200`),
    database().execute<CustodyView>(sql`
      select c.id, c.previous_id as "previousId", c.kind, c.quantity, c.remaining, c.since, c.institution_id as "institutionId", c.person_id as "personId", c.due_back as "dueBack", c.reason,
        case when p.anonymised_at is null then p.given_name || ' ' || p.family_name end as person, u.name as "recordedBy",
        (select coalesce(json_agg(json_build_object('id', f.id, 'fileName', f.file_name) order by f.uploaded_at, f.id), '[]') from custody_files f where f.custody_id = c.id) as files
      from custody c left join people p on p.id = c.person_id left join users u on u.id = c.recorded_by
      where c.item_id = ${itemId} and c.project_id = ${project.id} order by c.since, c.recorded_at, c.id limit 500`),
    database().execute<ItemPoint>(sql`
      select p.id, p.number, p.text, p.status, p.due_date as "dueDate", (i.raised_at at time zone r.time_zone)::date as "raisedOn"
      from item_action_points i join action_points p on p.id = i.action_point_id join projects r on r.id = p.project_id where i.item_id = ${itemId} and p.project_id = ${project.id} order by i.raised_at, p.number limit 100`),
  ]);
  if (!found) return null;
  return { ...withStatuses(found), checks, custody: chain, points };
}

export type UserTraining = { personId: string; person: string; trainedOn: string | null };

/** Who uses an item now by its chain of custody, and since when each is trained in the topic that the item requires: the end of the first approved training attended on it. */
export async function usersTrainedIn(viewer: Viewer, project: { id: string; attendanceThreshold: string }, item: Pick<ItemView, 'custody' | 'requiredTopic'>): Promise<UserTraining[]> {
  const ids = [...new Set(item.custody.flatMap((row) => (row.remaining > 0 && row.personId ? [row.personId] : [])))];
  if (ids.length === 0 || item.requiredTopic === null || !may(rolesIn(viewer, project.id), 'people.read')) return [];
  const rows = await database().execute<{ personId: string; person: string; on: string | null; present: number; sessions: number }>(sql`
    select p.id as "personId", p.given_name || ' ' || p.family_name as person, t.on_date as "on", coalesce(t.present, 0) as present, coalesce(t.sessions, 0) as sessions
    from people p left join lateral (
      select a.on_date, (select count(*)::int from attendance x where x.activity_id = a.id and x.participant_id = r.id) as present, (select count(*)::int from sessions s where s.activity_id = a.id) as sessions
      from participants r join activities a on a.id = r.activity_id and a.kind = 'training' and a.review_state = 'approved' and a.implementation = 'completed'
      where r.person_id = p.id and r.role = 'trainee' and a.project_id = ${project.id} and exists (select from training_topics tt where tt.activity_id = a.id and lower(tt.topic) = lower(${item.requiredTopic}))) t on true
    where p.id in ${ids} and p.anonymised_at is null order by t.on_date`);
  const threshold = Number(project.attendanceThreshold);
  return ids.flatMap((personId) => {
    const own = rows.filter((row) => row.personId === personId);
    return own[0] ? [{ personId, person: own[0].person, trainedOn: own.find((row) => attended(row.present, row.sessions, threshold))?.on ?? null }] : [];
  });
}
