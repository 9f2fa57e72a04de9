import { env } from '@/lib/env';
import { itemsToLabel } from '@/lib/equipment/queries/labels';
import { isLabelFormat, labelSheets, startOf } from '@/lib/equipment/rules/label-sheets';
import { paperLanguages, paperOf } from '@/lib/exchange/papers';
import { labelSheet } from '@/lib/exchange/pdf/labels';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ project: string }> };

/** Labels to stick on items: `?format=`, and which: `item=`, `handOver=`, `from=` and `to=` (asset tags); `start=` the first free label of the sheet. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const word = (name: string) => searchParams.get(name)?.trim() || null;
  const format = word('format');
  const plan = labelSheets[isLabelFormat(format) ? format : 'a4_21'];
  const languages = await paperLanguages(request);
  return paperOf((await params).project, 'records.read', async (viewer, project) => {
    const labels = await itemsToLabel(viewer, project, { item: word('item'), handOver: word('handOver'), from: word('from'), to: word('to') });
    // Back to the choice, where it is said; a single item that is none does not exist.
    if (labels.length === 0) return word('item') ? null : new Response(null, { status: 303, headers: { location: `/projects/${project.slug}/equipment/labels?none=1`, 'cache-control': 'private, no-store' } });
    const owner = project.labelOwner ?? project.implementer ?? project.projectsId;
    const pdf = labelSheet({ sheet: plan, labels, start: startOf(plan, word('start')), owner, contact: project.labelContact, origin: new URL(env().NEXTAUTH_URL).origin, printed: new Date() }, languages);
    return { pdf, name: `${project.projectsId} ${languages[0] === 'cnr' ? 'naljepnice' : 'labels'}` };
  });
}
