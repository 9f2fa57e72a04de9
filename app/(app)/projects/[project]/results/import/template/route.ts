import { inProject } from '@/lib/exchange/api';
import { download } from '@/lib/exchange/download';
import { templateXlsx } from '@/lib/exchange/template';
import { isLanguage } from '@/lib/i18n/languages';
import { wordsOf } from '@/lib/i18n/wording';
import { listPeriods } from '@/lib/projects/queries';
import { matrixColumns, milestoneColumns } from '@/lib/results/rules/columns';

type Props = { params: Promise<{ project: string }> };

/** The empty results matrix to fill in, in the language asked for. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('language');
  const language = isLanguage(asked) ? asked : 'en';
  return inProject((await params).project, 'plan.write', async (viewer, project) => {
    const t = wordsOf(language, 'results.import.template');
    const bytes = await templateXlsx([...matrixColumns, ...milestoneColumns(await listPeriods(viewer, project.id))], language, { sheet: t('sheet'), lists: t('lists'), help: t('help'), lines: [t('first')] });
    return download(t('name'), 'xlsx', new Uint8Array(bytes));
  });
}
