import { getTranslations } from 'next-intl/server';
import { reasonText } from '@/components/people/roster/preview-rows';
import type { Viewer } from '@/lib/access/viewer';
import { previewItems } from '@/lib/equipment/queries/import';
import { inProject } from '@/lib/exchange/api';
import { download, formatIn } from '@/lib/exchange/download';
import { rejectedTable } from '@/lib/exchange/rejects';
import { tableStream } from '@/lib/exchange/write';
import { errorText } from '@/lib/i18n/error-text';
import { getLanguage } from '@/lib/i18n/server';
import { findImport, type ImportView } from '@/lib/imports/queries';
import { previewRoster } from '@/lib/people/queries/roster';
import type { RosterOutcome } from '@/lib/people/rules/roster/decide';

type Props = { params: Promise<{ project: string; import: string }> };

/** The lines of an upload that were not taken, as they came, each with the reason: to be corrected and uploaded again. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { project: slug, import: importId } = await params;
  return inProject(slug, 'records.write', async (viewer, project) => {
    const list = await findImport(viewer, project, importId, new Date());
    const found = list && (list.kind === 'equipment' ? await refusedItems(viewer, project, list) : await refusedPeople(viewer, project, list));
    if (!found) return Response.json({ error: 'notFound' }, { status: 404 });
    const [t, format] = [await getTranslations('imports'), formatIn(request)];
    const leftOut = new Set((list.outcome as Pick<RosterOutcome, 'leftOut'> | null)?.leftOut ?? []);
    const reasons = new Map(found.rows.flatMap(({ number, why }) => (leftOut.has(number) ? [[number, t('wasLeftOut')] as const] : why ? [[number, why] as const] : [])));
    return download(t('rejectsName'), format, tableStream(format, rejectedTable(list.rows, found.headingRow, reasons, t('reason')), await getLanguage()));
  });
}

type Refused = { headingRow: number; rows: { number: number; why: string }[] } | null;

async function refusedPeople(viewer: Viewer, project: { id: string }, list: ImportView): Promise<Refused> {
  const plan = await previewRoster(viewer, project, { activityId: list.activity?.id ?? null, rows: list.rows });
  const [t, errors] = [await getTranslations('imports'), await getTranslations('errors')];
  const words = { column: (key: string) => columnName(t, key), error: (key: string) => errorText(errors, key) };
  return plan?.heading ? { headingRow: plan.heading.row, rows: plan.rows.map((row) => ({ number: row.number, why: row.reasons.map((reason) => reasonText(reason, words)).join('; ') })) } : null;
}

async function refusedItems(viewer: Viewer, project: { id: string; today: string }, list: ImportView): Promise<Refused> {
  const plan = await previewItems(viewer, project, list.rows);
  const [t, errors] = [await getTranslations('equipment.import.columns'), await getTranslations('errors')];
  return plan?.heading ? { headingRow: plan.heading.row, rows: plan.rows.map((row) => ({ number: row.number, why: row.reasons.map(({ column, message }) => `${t(column)}: ${errorText(errors, message)}`).join('; ') })) } : null;
}

const columnName = (t: Awaited<ReturnType<typeof getTranslations>>, key: string) => (key.startsWith('session ') ? t('columns.session', { n: Number(key.slice(8)) + 1 }) : t(`columns.${key}`));
