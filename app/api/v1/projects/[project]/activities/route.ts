import { parseActivitySearch } from '@/lib/activities/queries/filters';
import { activityChoices, listActivities } from '@/lib/activities/queries/list';
import { answer, inProject, malformed } from '@/lib/exchange/api';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';

type Context = { params: Promise<{ project: string }> };

/** GET …/activities: one page of records, filtered and sorted as the list on the screen; `next` is the cursor for `after`. Donors have no records. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return inProject((await params).project, 'records.read', async (viewer, project) => {
    const given = new URL(request.url).searchParams;
    const search = parseActivitySearch(Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name).length > 1 ? given.getAll(name) : (given.get(name) ?? '')])));
    if (search.problems.length > 0) return malformed(Object.fromEntries(search.problems.map(({ parameter, problem }) => [parameter, problem === 'unknown' ? 'unknownField' : 'invalid'])));
    const { output, institution } = search.filters;
    const [choices, tree] = await Promise.all([output ? activityChoices(viewer, project.id) : null, institution ? institutionTree(viewer, await getLanguage()) : null]);
    const { rows, total, next, previous } = await listActivities(viewer, project, search, { results: choices?.results ?? [], institutions: tree?.nodes ?? [] });
    return answer({ project: project.slug, total, activities: rows, next, previous });
  });
}
