import { activityXml } from '@/lib/exchange/iati/activity';
import { inProject, malformed, readParameters } from '@/lib/exchange/api';
import { env } from '@/lib/env';
import { iatiFacts } from '@/lib/indicators/queries/iati';
import { iatiSchema } from '@/lib/indicators/schema/span';
import { resultsMatrix } from '@/lib/results/queries';
import { disposition } from '@/lib/storage/names';

type Props = { params: Promise<{ project: string }> };

/** GET …/export/iati.xml[?breakdowns=all]: the project as an IATI 2.03 activity, from approved records only, for everybody who may read its figures. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return inProject((await params).project, 'figures.read', async (viewer, project) => {
    const given = readParameters(request, iatiSchema);
    if (!given.ok) return malformed(given.fieldErrors);
    const { facts, changedAt } = await iatiFacts(viewer, project, await resultsMatrix(viewer, project.id), given.value.breakdowns === 'all');
    const now = new Date();
    const page = `${new URL(env().NEXTAUTH_URL).origin}/projects/${project.slug}`;
    const xml = activityXml(facts, { now, changedAt: changedAt ?? project.createdAt, today: project.today, page });
    return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8', 'content-disposition': disposition('attachment', `${project.slug}-iati.xml`), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } });
  });
}
