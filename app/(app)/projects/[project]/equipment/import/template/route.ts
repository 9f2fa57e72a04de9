import { itemColumns } from '@/lib/equipment/rules/import/columns';
import { inProject } from '@/lib/exchange/api';
import { download } from '@/lib/exchange/download';
import { templateXlsx } from '@/lib/exchange/template';
import { isLanguage } from '@/lib/i18n/languages';
import { wordsOf } from '@/lib/i18n/wording';

type Props = { params: Promise<{ project: string }> };

/** The empty equipment list to fill in, in the language asked for. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const asked = new URL(request.url).searchParams.get('language');
  const language = isLanguage(asked) ? asked : 'en';
  return inProject((await params).project, 'records.write', async () => {
    const t = wordsOf(language, 'equipment.import.template');
    const bytes = await templateXlsx(itemColumns, language, { sheet: t('sheet'), lists: t('lists'), help: t('help'), lines: [t('first')] });
    return download(t('name'), 'xlsx', new Uint8Array(bytes));
  });
}
