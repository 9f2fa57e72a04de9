import { inProject } from '@/lib/exchange/api';
import { download } from '@/lib/exchange/download';
import { templateXlsx } from '@/lib/exchange/template';
import { isLanguage } from '@/lib/i18n/languages';
import { wordsOf } from '@/lib/i18n/wording';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { aroundThem } from '@/lib/institutions/rules';
import { rosterActivity } from '@/lib/people/queries/roster';
import { rosterColumns } from '@/lib/people/rules/roster/columns';

type Props = { params: Promise<{ project: string }> };

/** The empty list to fill in, in the language asked for: for the register, or with the sessions and roles of ?activity=REF. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const wanted = asked.get('language');
  const language = isLanguage(wanted) ? wanted : 'en';
  return inProject((await params).project, 'records.write', async (viewer, project) => {
    const reference = asked.get('activity');
    const activity = reference === null ? null : await rosterActivity(viewer, project, reference);
    if (reference !== null && !activity) return Response.json({ error: 'notFound' }, { status: 404 });
    const [tree, listed] = await Promise.all([institutionTree(viewer, language), projectInstitutionList(viewer, project.id)]);
    const t = wordsOf(language, 'imports.template');
    const institution = aroundThem(tree.nodes, listed.map((one) => one.institutionId)).map(({ node }) => node.name);
    const texts = { sheet: t(activity ? 'participants' : 'people'), lists: t('lists'), help: t('help'), lines: [t('first'), t('second')] };
    const bytes = await templateXlsx(rosterColumns(activity?.target ?? null), language, texts, { institution: [...new Set(institution)] });
    return download(`${t('name')}${activity ? `-${activity.reference}` : ''}`, 'xlsx', new Uint8Array(bytes));
  });
}
