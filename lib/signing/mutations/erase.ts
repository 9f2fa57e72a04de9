import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { handOvers } from '@/db/schema';
import type { Work } from '@/lib/action';

const erased = { hander: 'erased', receiver: 'erased', receiverPost: 'erased', onBehalfOf: 'erased', onBehalfReason: 'erased' };

/**
 * Empties who handed over, received and signed, in hand-overs of projects that ended longer ago than they keep names (a setting, DOMAIN §5): names, posts, the reason
 * given for somebody absent, the drawn signature. What passed, when, and the hash of what was signed stay, so figures and certificates stay too.
 * `demoToo`: also in illustrative projects.
 */
export async function eraseSignatories(work: Work, { demoToo }: { demoToo: boolean }): Promise<number> {
  const due = await work.tx.execute<{ id: string }>(sql`
    select h.activity_id as id from hand_overs h join activities a on a.id = h.activity_id join projects p on p.id = a.project_id
    where h.names_erased_on is null and p.end_date + make_interval(months => p.retention_months) < ${work.today} and (${demoToo} or not p.illustrative) order by h.activity_id for update of h`);
  for (const { id } of due) {
    await work.tx.update(handOvers).set({ hander: null, receiver: null, receiverPost: null, onBehalfOf: null, onBehalfReason: null, namesErasedOn: work.today }).where(eq(handOvers.activityId, id));
    work.audit.add('hand_overs', id, { namesErasedOn: null }, { namesErasedOn: work.today, ...erased });
    const signatures = await work.tx.execute<{ id: string }>(sql`select erase_signer_names(${id}) as id`);
    for (const signature of signatures) work.audit.add('hand_over_signatures', signature.id, { signerName: null }, { signerName: 'erased', signerPost: 'erased', onBehalfOf: 'erased', reason: 'erased' });
  }
  return due.length;
}
