import 'server-only';
import { sql } from 'drizzle-orm';
import { nextCheckDue } from '@/lib/equipment/rules/checks';
import { noticeKey, occasionOn } from '../../rules/occasion';
import type { Moment } from './source';

type Item = { id: string; projectId: string; assetTag: string; description: string; handedOverOn: string; checks: string[]; months: number[] };

/** End-use checks that fall due, from two weeks before (DOMAIN §1; the months stand in the project's settings): to managers and staff. */
export async function dueChecks({ tx, now, today }: Moment) {
  const rows = await tx.execute<Item>(sql`
    select e.id, e.project_id as "projectId", e.asset_tag as "assetTag", e.description, a.on_date as "handedOverOn", coalesce((select json_agg(c.checked_on) from end_use_checks c where c.item_id = e.id), '[]') as checks, p.check_months as months
    from equipment_items e join projects p on p.id = e.project_id join activities a on a.id = e.activity_id and a.review_state = 'approved' and a.implementation = 'completed'
    where a.on_date between (${now.toISOString()}::timestamptz - interval '1 month' * (13 + (select max(m) from unnest(p.check_months) m)))::date and ${now.toISOString()}::timestamptz::date`);
  return rows.flatMap(({ id, projectId, assetTag, description, handedOverOn, checks, months }) => {
    const day = today(projectId);
    const dueOn = nextCheckDue(handedOverOn, checks, months);
    const occasion = day && dueOn && occasionOn(dueOn, day, { soon: 14, weeks: 52 });
    if (!dueOn || !occasion) return [];
    return [{ key: noticeKey(`check:${id}`, dueOn, occasion), kind: 'check' as const, projectId, to: { roles: ['manager', 'staff'] as const }, text: `${assetTag} ${description}`, dueOn, page: '/equipment/checks' }];
  });
}
