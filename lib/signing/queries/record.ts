import 'server-only';
import { sql } from 'drizzle-orm';
import { database } from '@/db/client';
import { may, rolesIn } from '@/lib/access/rules';
import type { Viewer } from '@/lib/access/viewer';
import { isId } from '@/lib/shared/ids';
import type { ReviewState, SignatureParty, SignatureWay } from '@/lib/shared/vocabulary';
import { contentOf, erasedSha } from '../mutations/content';
import { contentSha, type HandOverContent, signatureHolds, type Standing, standingOf } from '../rules';

export type SignatureView = {
  id: string;
  party: SignatureParty;
  way: SignatureWay;
  signerName: string;
  signerPost: string | null;
  onBehalfOf: string | null;
  reason: string | null;
  /** PNG as base64; null: the name was typed */
  drawing: string | null;
  statement: string;
  signedAt: Date;
  /** whose screen it was; null: by link */
  recordedBy: string | null;
  /** the hand-over still says what was signed */
  holds: boolean;
};
export type SigningView = {
  content: HandOverContent;
  sha: string;
  verificationCode: string;
  state: ReviewState;
  standing: Standing;
  /** the newest first */
  signatures: SignatureView[];
};

type Row = { content: HandOverContent; erased: string | null; verificationCode: string; state: ReviewState; paper: boolean; signatures: (Omit<SignatureView, 'signedAt' | 'holds'> & { contentSha: string; signedAt: string })[] };

/** The certificate of a hand-over and how it is signed; null where there is none for this viewer. */
export async function handOverSigning(viewer: Viewer, projectId: string, activityId: string): Promise<SigningView | null> {
  if (!isId(activityId) || !may(rolesIn(viewer, projectId), 'records.read')) return null;
  const [row] = await database().execute<Row>(sql`
    select ${contentOf(sql`a.id`)} as content, ${erasedSha} as erased, h.verification_code as "verificationCode", a.review_state as state,
      exists (select from evidence v where v.activity_id = a.id and v.kind = 'certificate' and v.removed_at is null) as paper,
      (select coalesce(json_agg(json_build_object('id', s.id, 'party', s.party, 'way', s.way, 'signerName', s.signer_name, 'signerPost', s.signer_post, 'onBehalfOf', s.on_behalf_of, 'reason', s.reason,
        'drawing', replace(encode(s.drawing, 'base64'), E'\\n', ''), 'statement', s.statement, 'signedAt', s.signed_at, 'recordedBy', u.name, 'contentSha', s.content_sha) order by s.signed_at desc, s.id desc), '[]')
        from hand_over_signatures s left join users u on u.id = s.recorded_by where s.activity_id = a.id) as signatures
    from activities a join hand_overs h on h.activity_id = a.id where a.id = ${activityId} and a.project_id = ${projectId}`);
  if (!row) return null;
  const { content } = row;
  const sha = row.erased ?? contentSha(content);
  const standing = standingOf({ paper: row.paper, receiverSignatures: row.signatures.filter(({ party }) => party === 'receiver') }, sha);
  const signatures = row.signatures.map(({ contentSha: signed, signedAt, ...signature }) => ({ ...signature, signerName: signature.signerName || '–', signedAt: new Date(signedAt), holds: signatureHolds({ contentSha: signed }, sha) }));
  return { content, sha, verificationCode: row.verificationCode, state: row.state, standing, signatures };
}
