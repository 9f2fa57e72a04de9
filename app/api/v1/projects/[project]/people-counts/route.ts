import { answer, inProject, malformed, readParameters } from '@/lib/exchange/api';
import { getLanguage } from '@/lib/i18n/server';
import { peopleCounts } from '@/lib/indicators/queries/people-counts';
import { spanSchema } from '@/lib/indicators/schema/span';
import { institutionTree } from '@/lib/institutions/queries';

type Context = { params: Promise<{ project: string }> };

/** GET …/people-counts?from&to: people trained in a span of days, or in the whole project, by sex and institution (DOMAIN §2). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return inProject((await params).project, 'figures.read', async (viewer, project) => {
    const given = readParameters(request, spanSchema);
    if (!given.ok) return malformed(given.fieldErrors);
    const [counts, tree] = await Promise.all([peopleCounts(viewer, project, given.value), institutionTree(viewer, await getLanguage())]);
    const byInstitution = counts.byInstitution.map((line) => ({ ...line, name: tree.name(line.institutionId) || null }));
    return answer({ project: project.slug, ...counts, byInstitution });
  });
}
