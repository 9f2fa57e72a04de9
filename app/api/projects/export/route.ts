import { getTranslations } from 'next-intl/server';
import { readParams } from '@/components/ui/filters';
import { asViewer } from '@/lib/exchange/api';
import { download, formatIn } from '@/lib/exchange/download';
import { tableStream } from '@/lib/exchange/write';
import { getLanguage } from '@/lib/i18n/server';
import { portfolioTable } from '@/components/portfolio/table-of';
import { portfolioOf } from '@/lib/indicators/queries/portfolio';
import { adding, figureAsked, portfolioFilter } from '@/lib/indicators/rules/portfolio';

/** GET /api/projects/export?format=xlsx&…: the projects that /projects shows under the same filters, all of them, as a file. */
export async function GET(request: Request): Promise<Response> {
  return asViewer(async (viewer) => {
    const given = readParams(Object.fromEntries(new URL(request.url).searchParams), ['q', 'region', 'country', 'type', 'year', 'status', 'sort', 'of']);
    const [found, language] = await Promise.all([portfolioOf(viewer, portfolioFilter(given)), getLanguage()]);
    const projects = adding(found.projects, figureAsked(given.of));
    const [t, columns, words, name] = [await getTranslations('portfolio'), await getTranslations('projects.columns'), await getTranslations('vocabulary.projectStatuses'), (await getTranslations('projects'))('title')];
    const format = formatIn(request);
    const table = portfolioTable(name, projects, { column: (key) => columns(key), figure: (key) => t(key), status: words, risk: (level) => t(`risks.${level}`), filter: (key) => t(`filters.${key}`) });
    return download('projects', format, tableStream(format, table, language));
  });
}
