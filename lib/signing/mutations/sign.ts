import 'server-only';
import { and, eq } from 'drizzle-orm';
import { activities, handOverSignatures } from '@/db/schema';
import type { ProjectWork } from '@/lib/action';
import { wordsOf } from '@/lib/i18n/wording';
import type { LinkWork } from '@/lib/link-action';
import { closeLinks, type IssuedLink, issueLink } from '@/lib/links/mutations';
import { assertOpen } from '@/lib/projects/mutations';
import { newId } from '@/lib/shared/ids';
import { notFound, Refusal } from '@/lib/shared/result';
import type { SignatureParty } from '@/lib/shared/vocabulary';
import { cleanDrawing } from '@/lib/storage/images';
import { contentText, isSignable } from '../rules';
import type { SignByLinkInput, SignOnScreenInput } from '../schema';
import { sealContent } from './content';

/** Signs a hand-over on a screen of the project's: one signature for all items, bound to the text that was shown. A link that waited for the same is settled. */
export async function signOnScreen(work: ProjectWork, input: SignOnScreenInput): Promise<{ id: string }> {
  if (!work.actor) throw new Error('a screen belongs to somebody');
  // Links first, as their holders do it: so no two of them wait for each other.
  if (input.party === 'receiver') await closeLinks(work, ['hand_over_signature'], input.activityId);
  await sign(work, { ...input, way: 'screen', recordedBy: work.actor.id, linkId: null });
  return { id: input.id };
}

/** The receiver signs behind their link, once. */
export async function signByLink(work: LinkWork, input: SignByLinkInput): Promise<void> {
  const { subjectId: activityId, id: linkId } = work.link;
  await sign(work, { ...input, id: newId(), activityId, party: 'receiver', way: 'link', recordedBy: null, linkId });
}

/** The link by which the receiver signs: the same while it is valid. Refuses what cannot be signed now. */
export async function askSignature(work: ProjectWork, { activityId }: { activityId: string }): Promise<IssuedLink> {
  const link = await issueLink(work, { purpose: 'hand_over_signature', subjectId: activityId });
  const { sha } = await lockSignable(work, activityId);
  await refuseTwice(work, activityId, 'receiver', sha);
  return link;
}

type Signing = Pick<SignByLinkInput, 'contentSha' | 'language' | 'signerName' | 'signerPost' | 'onBehalfOf' | 'reason' | 'drawing'> & { id: string; activityId: string; party: SignatureParty } & (
    | { way: 'screen'; recordedBy: string; linkId: null }
    | { way: 'link'; recordedBy: null; linkId: string }
  );

async function sign(work: ProjectWork, signing: Signing): Promise<void> {
  const { id, activityId, party, way, signerName, signerPost, onBehalfOf, reason, recordedBy, linkId } = signing;
  const { content, sha } = await lockSignable(work, activityId);
  if (sha !== signing.contentSha) throw new Refusal('shownChanged');
  await refuseTwice(work, activityId, party, sha);
  const row = { activityId, party, way, signerName, signerPost, onBehalfOf, reason, contentSha: sha, linkId };
  const kept = { statement: statementOf(signing), content: contentText(content), drawing: await drawingOf(signing.drawing) };
  await work.tx.insert(handOverSignatures).values({ id, projectId: work.project.id, ...row, ...kept, signedAt: work.now, recordedBy });
  work.audit.add('hand_over_signatures', id, {}, { ...row, drawn: kept.drawing !== null });
}

const statementOf = ({ language, party }: Signing) => wordsOf(language, 'signing')(`statement.${party}`);

async function drawingOf(dataUrl: string | null): Promise<Buffer | null> {
  if (!dataUrl) return null;
  const drawing = await cleanDrawing(dataUrl);
  if (!drawing.ok) throw new Refusal(drawing.reason, { field: 'drawing' });
  return Buffer.from(drawing.bytes);
}

/** The hand-over, locked against edits, with what it says. Refuses one that is settled, in a closed period, or says nothing yet. */
async function lockSignable(work: ProjectWork, activityId: string) {
  const [activity] = await work.tx.select().from(activities).where(and(eq(activities.id, activityId), eq(activities.projectId, work.project.id))).for('no key update');
  if (activity?.kind !== 'equipment') throw notFound();
  if (!isSignable(activity.reviewState)) throw new Refusal('signingClosed');
  await assertOpen(work, activity.onDate);
  const sealed = await sealContent(work, activity.id);
  if (!sealed || sealed.content.items.length === 0 || sealed.content.recipientInstitutionId === null) throw new Refusal('nothingToSign');
  return sealed;
}

async function refuseTwice(work: ProjectWork, activityId: string, party: SignatureParty, sha: string): Promise<void> {
  const same = and(eq(handOverSignatures.activityId, activityId), eq(handOverSignatures.party, party), eq(handOverSignatures.contentSha, sha));
  const [earlier] = await work.tx.select({ id: handOverSignatures.id }).from(handOverSignatures).where(same).limit(1);
  if (earlier) throw new Refusal('alreadySigned');
}
