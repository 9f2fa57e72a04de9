import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { readCode } from '@/lib/reports/rules/code';
import type { ReviewState } from '@/lib/shared/vocabulary';
import { contentOf, erasedSha } from '../mutations/content';
import { contentSha, fingerprint, type HandOverContent, printStands, type Standing, standingOf } from '../rules';

/** What anybody may know who holds the code of a hand-over's certificate: whether it holds. No recipient, no item, no name. */
export type VerifiedHandOver = {
  project: string;
  reference: string;
  date: string | null;
  items: number;
  standing: Standing | 'withdrawn';
  signedOn: string | null;
  /** of the text as it stands now, to compare with the paper */
  fingerprint: string;
  /** does the paper at hand say what the record says? null: its fingerprint is not known */
  paperStands: boolean | null;
  verificationCode: string;
};

type Row = { content: HandOverContent; erased: string | null; project: string; state: ReviewState; paper: boolean; paperOn: string | null; signatures: { contentSha: string; signedOn: string }[]; verificationCode: string };

/** The hand-over with this code; `print` is the fingerprint on the paper. null: no such code. */
export async function verifyHandOver(typed: string, print: string | null): Promise<VerifiedHandOver | null> {
  const code = readCode(typed);
  if (!code) return null;
  const paper = sql`evidence v where v.activity_id = a.id and v.kind = 'certificate' and v.removed_at is null`;
  const [row] = await database().execute<Row>(sql`
    select ${contentOf(sql`a.id`)} as content, ${erasedSha} as erased, p.title as project, a.review_state as state, h.verification_code as "verificationCode", exists (select from ${paper}) as paper,
      (select (min(v.uploaded_at) at time zone p.time_zone)::date::text from ${paper}) as "paperOn",
      (select coalesce(json_agg(json_build_object('contentSha', s.content_sha, 'signedOn', (s.signed_at at time zone p.time_zone)::date::text) order by s.signed_at), '[]')
        from hand_over_signatures s where s.activity_id = a.id and s.party = 'receiver') as signatures
    from hand_overs h join activities a on a.id = h.activity_id join projects p on p.id = a.project_id where h.verification_code = ${code}`);
  if (!row) return null;
  const { content } = row;
  const sha = row.erased ?? contentSha(content);
  const standing = standingOf({ paper: row.paper, receiverSignatures: row.signatures }, sha);
  const signedOn = standing === 'signed' ? (row.signatures.find((one) => one.contentSha === sha)?.signedOn ?? null) : standing === 'paper' ? row.paperOn : null;
  return {
    ...{ project: row.project, reference: content.reference, date: content.date, items: content.items.reduce((sum, item) => sum + item.quantity, 0) },
    ...{ standing: row.state === 'withdrawn' ? 'withdrawn' : standing, signedOn, fingerprint: fingerprint(sha), paperStands: printStands(print, sha), verificationCode: row.verificationCode },
  };
}
