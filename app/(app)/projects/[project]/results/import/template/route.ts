import { inProject } from '@/lib/exchange/api';
import { download } from '@/lib/exchange/download';
import { templateXlsx } from '@/lib/exchange/template';
import { isLanguage } from '@/lib/i18n/languages';
import { wordsOf } from '@/lib/i18n/wording';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { aroundThem, pathTo } from '@/lib/institutions/rules';
import { listPeriods } from '@/lib/projects/queries';
import { matrixColumns, milestoneColumns } from '@/lib/results/rules/columns';

type Props = { params: Promise<{ project: string }> };

/** The empty results matrix to fill in, in the language asked for. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('language');
  const language = isLanguage(asked) ? asked : 'en';
  return inProject((await params).project, 'plan.write', async (viewer, project) => {
    const t = wordsOf(language, 'results.import.template');
    const [periods, tree, listed] = await Promise.all([listPeriods(viewer, project.id), institutionTree(viewer, language), projectInstitutionList(viewer, project.id)]);
    const institutions = aroundThem(tree.nodes, listed.map((one) => one.institutionId)).map(({ node }) => pathTo(tree.byId, node.id).map(({ name }) => name).join(' > '));
    const bytes = await templateXlsx([...matrixColumns, ...milestoneColumns(periods)], language, { sheet: t('sheet'), lists: t('lists'), help: t('help'), lines: [t('first')] }, { 'filter.institutionId': institutions });
    return download(t('name'), 'xlsx', new Uint8Array(bytes));
  });
}
