import { findActivity } from '@/lib/activities/queries/record';
import { env } from '@/lib/env';
import { paperLanguages, paperOf } from '@/lib/exchange/papers';
import { signInSheet } from '@/lib/exchange/pdf/sign-in-sheet';
import { institutionTree } from '@/lib/institutions/queries';
import { listCode } from '@/lib/sheets/rules';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ project: string; ref: string; session: string }> };

/** The sign-in sheet of one session, to print; `?language=en|cnr|both`. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { project: slug, ref, session: sessionId } = await params;
  const languages = await paperLanguages(request);
  return paperOf(slug, 'records.read', async (viewer, project) => {
    const [record, tree] = await Promise.all([findActivity(viewer, project, ref), institutionTree(viewer, languages[0])]);
    const index = record?.sessions.findIndex((session) => session.id === sessionId) ?? -1;
    const session = record?.sessions[index];
    if (!record || !session) return null;
    const code = listCode(record.participants.map((row) => row.id));
    const pdf = signInSheet(
      {
        project,
        activity: record,
        session: { ...session, number: index + 1, of: record.sessions.length },
        rows: record.participants.map((row) => ({ participantId: row.id, name: row.name, institution: tree.name(row.institutionId), post: row.post })),
        address: `${env().NEXTAUTH_URL}/projects/${slug}/activities/${record.reference}/sheet/${session.id}?list=${code}`,
        printed: new Date(),
        timeZone: project.timeZone,
      },
      languages,
    );
    return { pdf, name: `${record.reference}-${index + 1} ${languages[0] === 'cnr' ? 'potpisna lista' : 'sign-in sheet'}` };
  });
}
