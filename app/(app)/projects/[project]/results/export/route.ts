import { getTranslations } from 'next-intl/server';
import { filterText } from '@/components/indicators/filter-text';
import { type MatrixWords, matrixDocument, matrixTable } from '@/components/results/export';
import type { Viewer } from '@/lib/access/viewer';
import { inProject, malformed, readParameters } from '@/lib/exchange/api';
import { matrixDocx } from '@/lib/exchange/docx/matrix';
import { download } from '@/lib/exchange/download';
import { tableStream } from '@/lib/exchange/write';
import { localeTags } from '@/lib/i18n/languages';
import { getFormat, getLanguage } from '@/lib/i18n/server';
import { wordsOf as inLanguage } from '@/lib/i18n/wording';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { institutionTree } from '@/lib/institutions/queries';
import { pathTo } from '@/lib/institutions/rules';
import { listPeriods, type ProjectView } from '@/lib/projects/queries';
import { type ResultNode, resultsMatrix } from '@/lib/results/queries';
import { matrixExportSchema } from '@/lib/results/schema';
import { disposition } from '@/lib/storage/names';

type Props = { params: Promise<{ project: string }> };
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** GET …/results/export?format=xlsx|docx: the results matrix as this viewer sees it, to work on or to hand over. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return inProject((await params).project, 'plan.read', async (viewer, project) => {
    const given = readParameters(request, matrixExportSchema);
    if (!given.ok) return malformed(given.fieldErrors);
    const [results, indicators, periods, t] = await Promise.all([resultsMatrix(viewer, project.id), indicatorFigures(viewer, project), listPeriods(viewer, project.id), getTranslations('results')]);
    const words = await wordsOf(viewer, project, results);
    const name = `${project.slug}-${t('file')}-${project.today}`;
    if (given.value.format === 'xlsx') return download(name, 'xlsx', tableStream('xlsx', matrixTable({ results, indicators, periods }, words, t('title')), words.language));
    const head = { title: `${t('title')}: ${project.projectsId}`, subtitle: `${project.title}. ${t('exported', { date: words.format.date(project.today) })}` };
    const bytes = await matrixDocx(matrixDocument({ results, indicators }, words, head), localeTags[words.language]);
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': docxType, 'content-disposition': disposition('attachment', `${name}.docx`), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } });
  });
}

async function wordsOf(viewer: Viewer, project: ProjectView, results: readonly ResultNode[]): Promise<MatrixWords> {
  const [language, format, t, states, vocabulary, own] = await Promise.all([getLanguage(), getFormat(), getTranslations('indicators'), getTranslations('vocabulary.indicatorStates'), getTranslations('vocabulary'), getTranslations('results')]);
  const [levels, methods] = [inLanguage(language, 'vocabulary.levelNames'), inLanguage(language, 'vocabulary.indicatorMethods')];
  const tree = await institutionTree(viewer, language);
  const institution = (id: string) => pathTo(tree.byId, id).map(({ name }) => name).join(' > ');
  const narrowed = (filter: Record<string, unknown>) => filterText(filter, { t, words: vocabulary, names: { output: results.find(({ id }) => id === filter.outputId)?.code ?? null, institution: tree.name(String(filter.institutionId ?? '')) || null } });
  return { language, format, t, level: (level) => levels(`${project.levelTemplate}.${level}`), state: (state) => states(state), parts: (of) => t('parts', of), method: (method) => methods(method), assumptions: own('assumptions'), none: own('noIndicators'), institution, narrowed };
}
