import 'server-only';
import { eq, type SQL, sql } from 'drizzle-orm';
import { handOvers } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { contentSha, type HandOverContent } from '../rules';

/** What the certificate of a hand-over says now, as a value of SQL; null where the activity is none. One place decides what is signed. */
export const contentOf = (activityId: SQL) => sql<HandOverContent | null>`(
  select json_build_object('reference', c.reference, 'date', c.on_date, 'recipientInstitutionId', d.recipient_institution_id, 'hander', d.hander, 'receiver', d.receiver, 'receiverPost', d.receiver_post, 'terms', d.terms,
    'items', (select coalesce(json_agg(jsonb_build_object('assetTag', e.asset_tag, 'description', e.description, 'make', e.make, 'model', e.model, 'serialNumber', e.serial_number,
      'quantity', e.quantity, 'value', e.value::text, 'currency', e.currency) || case when e.acceptance_note is null then '{}'::jsonb else
        jsonb_build_object('acceptance', jsonb_build_object('accepted', e.handed_quantity, 'short', e.short_quantity, 'damaged', e.damaged_quantity, 'surplus', e.surplus_quantity, 'note', e.acceptance_note)) end
      order by e.position, e.asset_tag), '[]') from equipment_items e where e.activity_id = c.id))
  from activities c join hand_overs d on d.activity_id = c.id where c.id = ${activityId})`;

/** The hash that stands where retention erased the names; null: the content itself is hashed. */
export const erasedSha = sql<string | null>`case when h.names_erased_on is not null then h.content_sha end`;

/**
 * Keeps the hash of what the certificate says now beside the hand-over, so that figures and lists see at once which signatures still hold.
 * Called by whatever changes a hand-over or its items. Where retention took the names off an approved one, the hash of what was signed stays.
 */
export async function sealContent(work: ProjectWork, activityId: string): Promise<{ content: HandOverContent; sha: string } | null> {
  const [row] = await work.tx.execute<{ content: HandOverContent | null; kept: string | null; settled: boolean | null }>(sql`
    select ${contentOf(sql`h.activity_id`)} as content, h.content_sha as kept, h.names_erased_on is not null and a.review_state = 'approved' as settled
    from hand_overs h join activities a on a.id = h.activity_id where h.activity_id = ${activityId}`);
  if (!row?.content) return null;
  const { content } = row;
  if (row.settled && row.kept) return { content, sha: row.kept };
  const sha = contentSha(content);
  if (row.kept !== sha) await work.tx.update(handOvers).set({ contentSha: sha }).where(eq(handOvers.activityId, activityId));
  return { content, sha };
}
