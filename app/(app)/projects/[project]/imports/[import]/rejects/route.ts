import { getTranslations } from 'next-intl/server';
import { reasonText } from '@/components/people/roster/preview-rows';
import { inProject } from '@/lib/exchange/api';
import { download, formatIn } from '@/lib/exchange/download';
import { rejectedTable } from '@/lib/exchange/rejects';
import { tableStream } from '@/lib/exchange/write';
import { errorText } from '@/lib/i18n/error-text';
import { getLanguage } from '@/lib/i18n/server';
import { findImport } from '@/lib/imports/queries';
import { previewRoster } from '@/lib/people/queries/roster';
import type { RosterOutcome } from '@/lib/people/rules/roster/decide';

type Props = { params: Promise<{ project: string; import: string }> };

/** The lines of an upload that were not taken, as they came, each with the reason: to be corrected and uploaded again. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { project: slug, import: importId } = await params;
  return inProject(slug, 'records.write', async (viewer, project) => {
    const list = await findImport(viewer, project, importId, new Date());
    const plan = list && (await previewRoster(viewer, project, { activityId: list.activity?.id ?? null, rows: list.rows }));
    if (!list || !plan?.heading) return Response.json({ error: 'notFound' }, { status: 404 });
    const [t, errors] = [await getTranslations('imports'), await getTranslations('errors')];
    const words = { column: (key: string) => columnName(t, key), error: (key: string) => errorText(errors, key) };
    const leftOut = new Set((list.outcome as RosterOutcome | null)?.leftOut ?? []);
    const reasons = new Map(plan.rows.flatMap((row) => {
      const why = leftOut.has(row.number) ? t('wasLeftOut') : row.reasons.map((reason) => reasonText(reason, words)).join('; ');
      return why ? [[row.number, why] as const] : [];
    }));
    const format = formatIn(request);
    return download(t('rejectsName'), format, tableStream(format, rejectedTable(list.rows, plan.heading.row, reasons, t('reason')), await getLanguage()));
  });
}

const columnName = (t: Awaited<ReturnType<typeof getTranslations>>, key: string) => (key.startsWith('session ') ? t('columns.session', { n: Number(key.slice(8)) + 1 }) : t(`columns.${key}`));
