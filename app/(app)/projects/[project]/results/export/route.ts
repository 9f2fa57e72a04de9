import { getTranslations } from 'next-intl/server';
import { type MatrixWords, matrixDocument, matrixTable } from '@/components/results/export';
import { inProject, malformed, readParameters } from '@/lib/exchange/api';
import { matrixDocx } from '@/lib/exchange/docx/matrix';
import { download } from '@/lib/exchange/download';
import { tableStream } from '@/lib/exchange/write';
import { localeTags } from '@/lib/i18n/languages';
import { getFormat, getLanguage } from '@/lib/i18n/server';
import { indicatorFigures } from '@/lib/indicators/queries/figures';
import { listPeriods, type ProjectView } from '@/lib/projects/queries';
import { resultsMatrix } from '@/lib/results/queries';
import { matrixExportSchema } from '@/lib/results/schema';
import { disposition } from '@/lib/storage/names';

type Props = { params: Promise<{ project: string }> };
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** GET …/results/export?format=xlsx|docx: the results matrix as this viewer sees it, to work on or to hand over. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  return inProject((await params).project, 'plan.read', async (viewer, project) => {
    const given = readParameters(request, matrixExportSchema);
    if (!given.ok) return malformed(given.fieldErrors);
    const [results, indicators, periods, words, t] = await Promise.all([resultsMatrix(viewer, project.id), indicatorFigures(viewer, project), listPeriods(viewer, project.id), wordsOf(project), getTranslations('results')]);
    const name = `${project.slug}-${t('file')}-${project.today}`;
    if (given.value.format === 'xlsx') return download(name, 'xlsx', tableStream('xlsx', matrixTable({ results, indicators, periods }, words, t('title')), words.language));
    const head = { title: `${t('title')}: ${project.projectsId}`, subtitle: `${project.title}. ${t('exported', { date: words.format.date(project.today) })}` };
    const bytes = await matrixDocx(matrixDocument({ results, indicators }, words, head), localeTags[words.language]);
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': docxType, 'content-disposition': disposition('attachment', `${name}.docx`), 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' } });
  });
}

async function wordsOf(project: ProjectView): Promise<MatrixWords> {
  const [language, format, t, levels, states, results] = await Promise.all([getLanguage(), getFormat(), getTranslations('indicators'), getTranslations('vocabulary.levelNames'), getTranslations('vocabulary.indicatorStates'), getTranslations('results')]);
  return { language, format, t, level: (level) => levels(`${project.levelTemplate}.${level}`), state: (state) => states(state), assumptions: results('assumptions'), none: results('noIndicators') };
}
