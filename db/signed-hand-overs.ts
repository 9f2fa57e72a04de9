import 'server-only';
import { type SQL, sql } from 'drizzle-orm';

const counted = sql`a.review_state = 'approved' and a.implementation = 'completed'`;

/** The ids of a project's hand-overs `a` that count (or meet another condition) and whose certificate is signed (DOMAIN §2.8): a select that asks each hand-over once, not each of its items. */
export const signedHandOvers = (projectId: string, condition: SQL = counted): SQL => sql`
  select a.id from activities a where a.project_id = ${projectId} and a.kind = 'equipment' and ${condition} and exists (select from signed_hand_overs s where s.activity_id = a.id)`;
