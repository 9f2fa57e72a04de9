import { getTranslations } from 'next-intl/server';
import { type ExportedList, exportTable, type ExportWords, exportedLists } from '@/components/exports/lists';
import { actionPointFilter, listActionPoints } from '@/lib/action-points/queries/list';
import { parseActivitySearch } from '@/lib/activities/queries/filters';
import { activityChoices, listActivities } from '@/lib/activities/queries/list';
import type { Viewer } from '@/lib/access/viewer';
import { equipmentFilter } from '@/lib/equipment/queries/conditions';
import { listEquipment } from '@/lib/equipment/queries/register';
import { inProject } from '@/lib/exchange/api';
import { download, formatIn } from '@/lib/exchange/download';
import { everyRow, exportBatch } from '@/lib/exchange/pages';
import { type OutTable, tableStream } from '@/lib/exchange/write';
import { getLanguage } from '@/lib/i18n/server';
import { type InstitutionTree, institutionTree } from '@/lib/institutions/queries';
import { listPeople, peopleFilter } from '@/lib/people/queries/register';
import type { ProjectView } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; list: string }> };
type Asked = { viewer: Viewer; project: ProjectView; given: Record<string, string>; tree: InstitutionTree; words: ExportWords; name: string };
const paged = <T>(read: (at: { after?: string }) => Promise<{ rows: T[]; after: string | null }>) => everyRow(async (after) => read({ after }).then(({ rows, after: next }) => ({ rows, next })));

/** Each list as its page reads it, with the same filters, all of its rows. */
const tables: Record<ExportedList, (asked: Asked) => OutTable> = {
  people: ({ viewer, project, given, tree, words, name }) => exportTable('people', name, paged((at) => listPeople(viewer, project, peopleFilter(given, tree), at, exportBatch)), words),
  equipment: ({ viewer, project, given, tree, words, name }) => exportTable('equipment', name, paged((at) => listEquipment(viewer, project, equipmentFilter(given, tree), at, exportBatch)), words),
  'action-points': ({ viewer, project, given, tree, words, name }) => exportTable('action-points', name, paged((at) => listActionPoints(viewer, project, actionPointFilter(given, tree), at, exportBatch)), words),
  activities: ({ viewer, project, given, tree, words, name }) => {
    const scope = activityChoices(viewer, project.id);
    return exportTable('activities', name, everyRow(async (after) => listActivities(viewer, project, parseActivitySearch({ ...given, after }), { results: (await scope).results, institutions: tree.nodes }, exportBatch)), words);
  },
};

/** GET …/export/people?format=xlsx&q=…: the list that the address without "export" shows, as a file. Streamed; needs the right to read records. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { project: slug, list: asked } = await params;
  return inProject(slug, 'records.read', async (viewer, project) => {
    const list = exportedLists.find((one) => one === asked);
    if (!list) return Response.json({ error: 'notFound' }, { status: 404 });
    const { format: _format, after: _after, before: _before, ...given } = Object.fromEntries(new URL(request.url).searchParams);
    const language = await getLanguage();
    const [t, tree, words] = [await getTranslations('exports'), await institutionTree(viewer, language), await exportWords()];
    const name = t(`lists.${list}`);
    const table = tables[list]({ viewer, project, given, tree, words: { ...words, institution: tree.name }, name });
    return download(`${project.slug}-${list}-${project.today}`, formatIn(request), tableStream(formatIn(request), table, language));
  });
}

async function exportWords(): Promise<Omit<ExportWords, 'institution'>> {
  const [t, words, people, equipment, common] = [await getTranslations('exports'), await getTranslations('vocabulary'), await getTranslations('people'), await getTranslations('equipment'), await getTranslations('common')];
  return { column: (key) => t(`columns.${key}`), word: (list, value) => words(`${list}.${value}`), sex: (value) => people(`sexes.${value}`), state: (value) => equipment(`states.${value}`), yes: common('yes'), no: common('no'), anonymised: people('anonymised') };
}
