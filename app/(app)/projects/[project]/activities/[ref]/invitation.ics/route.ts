import { getViewer } from '@/lib/auth/viewer';
import { env } from '@/lib/env';
import { icsResponse, invitationIcs } from '@/lib/exchange/ics/invitation';
import { missingPaper } from '@/lib/exchange/papers';
import { getLanguage } from '@/lib/i18n/server';
import { wordsOf } from '@/lib/i18n/wording';
import { invitationFacts } from '@/lib/meetings/queries';
import { findProject } from '@/lib/projects/queries';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ project: string; ref: string }> };

/** The invitation to a meeting as a calendar file, or its cancellation. The title of a restricted meeting and restricted items stay out of it, and so does everybody invited. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { project: slug, ref } = await params;
  const viewer = await getViewer();
  const project = viewer && (await findProject(viewer, slug));
  const facts = viewer && project ? await invitationFacts(viewer, project, ref) : null;
  if (!project || !facts?.from || !facts.to) return missingPaper();
  const { id, reference, from, to, restricted, type, place, venue, agenda, changedAt, ...same } = facts;
  const title = restricted ? `${wordsOf(await getLanguage(), 'vocabulary')(type ? `meetingTypes.${type}` : 'activityKinds.meeting')} ${reference}` : facts.title || reference;
  const text = invitationIcs({ ...same, uid: `${id}@${new URL(env().NEXTAUTH_URL).hostname}`, title, from, to, timeZone: project.timeZone, location: [place, venue].filter(Boolean).join(', '), description: restricted ? '' : agenda.join('\n'), changedAt: new Date(changedAt) });
  return icsResponse(text, reference, facts.cancelled ? 'CANCEL' : 'PUBLISH');
}
