import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { isId } from '@/lib/shared/ids';
import { mostLabels } from '../rules/label-sheets';
import { tagNumber } from '../rules/tags';

export type LabelLine = { id: string; assetTag: string; description: string };
/** Which items: one, those of one hand-over, or a range of tags; nothing given means all. */
export type LabelChoice = { item: string | null; handOver: string | null; from: string | null; to: string | null };

/** Items to print labels for, by the number of their tag (9999 before 10000); at most 2,000; none for a range whose ends are no tags. None for who reads no records. */
export async function itemsToLabel(viewer: Viewer, project: { id: string }, choice: LabelChoice): Promise<LabelLine[]> {
  if (!may(rolesIn(viewer, project.id), 'records.read') || (choice.item !== null && !isId(choice.item))) return [];
  const conditions = [
    ...(choice.item ? [sql`e.id = ${choice.item}`] : []),
    ...(choice.handOver ? [sql`exists (select from activities a where a.id = e.activity_id and a.reference = ${choice.handOver})`] : []),
    ...(choice.from ? [sql`e.tag_number >= ${tagNumber(choice.from)}::int`] : []),
    ...(choice.to ? [sql`e.tag_number <= ${tagNumber(choice.to)}::int`] : []),
  ];
  return database().execute<LabelLine>(sql`
    select e.id, e.asset_tag as "assetTag", e.description from equipment_items e
    where e.project_id = ${project.id} ${conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``} order by e.tag_number, e.id limit ${mostLabels}`);
}

export type LabelHandOver = { reference: string; title: string; items: number };

/** How many items the project has to label; none for who reads no records. */
export async function countLabels(viewer: Viewer, project: { id: string }): Promise<number> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return 0;
  const [row] = await database().execute<{ n: number }>(sql`select count(*)::int as n from equipment_items where project_id = ${project.id}`);
  return row?.n ?? 0;
}

/** The hand-overs whose items can be labelled, the newest first; at most 200. */
export async function handOversToLabel(viewer: Viewer, project: { id: string }): Promise<LabelHandOver[]> {
  if (!may(rolesIn(viewer, project.id), 'records.read')) return [];
  return database().execute<LabelHandOver>(sql`
    select a.reference, a.title, count(*)::int as items from equipment_items e join activities a on a.id = e.activity_id
    where e.project_id = ${project.id} and a.review_state <> 'withdrawn' group by a.id order by a.on_date desc nulls first, a.reference desc limit 200`);
}

/** Where a scanned label leads: the item's page for who may see it, else only whose it is and where to report it. */
export type LabelTarget = { path: string } | { owner: string | null; contact: string | null };

/** What the label of an item opens for this visitor (null: nobody is signed in); null where there is no such item. */
export async function labelTarget(viewer: Viewer | null, itemId: string): Promise<LabelTarget | null> {
  const [row] = await database().execute<{ projectId: string; slug: string; owner: string | null; contact: string | null }>(sql`
    select e.project_id as "projectId", p.slug, coalesce(p.label_owner, p.implementer) as owner, p.label_contact as contact from equipment_items e join projects p on p.id = e.project_id where e.id = ${itemId}`);
  if (!row) return null;
  const { projectId, slug, owner, contact } = row;
  return viewer && may(rolesIn(viewer, projectId), 'records.read') ? { path: `/projects/${slug}/equipment/${itemId}` } : { owner, contact };
}
