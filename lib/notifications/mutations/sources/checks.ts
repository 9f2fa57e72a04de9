import 'server-only';
import { sql } from 'drizzle-orm';
import { noticeKey, occasionOn } from '../../rules/occasion';
import type { Moment } from './source';

type Item = { id: string; projectId: string; assetTag: string; description: string; dueOn: string };
const patience = { soon: 14, weeks: 52 };

/** End-use checks that fall due (view check_schedule), from two weeks before to a year after: to managers and staff. */
export async function dueChecks({ tx, now, today, listening }: Moment) {
  // A day more on either side: which day it is depends on the project's time zone.
  const rows = await tx.execute<Item>(sql`
    select e.id, e.project_id as "projectId", e.asset_tag as "assetTag", e.description, s.due_on as "dueOn" from check_schedule s join equipment_items e on e.id = s.item_id
    where e.project_id = any(${sql.param(listening)}::uuid[]) and s.due_on between ${now.toISOString()}::timestamptz::date - ${(patience.weeks + 1) * 7 + 1}::int and ${now.toISOString()}::timestamptz::date + ${patience.soon + 1}::int`);
  return rows.flatMap(({ id, projectId, assetTag, description, dueOn }) => {
    const day = today(projectId);
    const occasion = day && occasionOn(dueOn, day, patience);
    if (!occasion) return [];
    return [{ key: noticeKey(`check:${id}`, dueOn, occasion), kind: 'check' as const, projectId, to: { roles: ['manager', 'staff'] as const }, text: `${assetTag} ${description}`, dueOn, page: '/equipment/checks' }];
  });
}
