import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { readParams } from '@/components/ui/filters';
import { getViewer } from '@/lib/auth/viewer';
import { download, formatIn } from '@/lib/exchange/download';
import { tableStream } from '@/lib/exchange/write';
import { getLanguage } from '@/lib/i18n/server';
import { capacityView } from '@/lib/people/queries/capacity-view';
import type { CapacityRow } from '@/lib/people/rules/capacity';
import { findProject } from '@/lib/projects/queries';

type Context = { params: Promise<{ project: string }> };

/** GET …/people/capacity/export?format&institution&topic&trained: the matrix as it is filtered on the screen, those in post and those gone. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await getViewer();
  const project = viewer && (await findProject(viewer, (await params).project));
  if (!viewer || !project?.may('people.read')) notFound();
  const [language, t, people] = [await getLanguage(), await getTranslations('capacity'), await getTranslations('people')];
  const view = await capacityView(viewer, project, language, readParams(Object.fromEntries(new URL(request.url).searchParams), ['institution', 'topic', 'trained']));
  const { name } = view.tree;
  const line = (state: string) => (row: CapacityRow) => [row.anonymised ? people('anonymised') : row.familyName, row.givenName, state, name(row.present?.institutionId ?? null), row.present?.post ?? null, row.leftOn, ...view.columns.map((topic) => row.last[topic] ?? null)];
  const day = (header: string) => ({ header, type: 'date' as const });
  const columns = [{ header: people('familyName') }, { header: people('givenName') }, { header: t('state') }, { header: people('institution') }, { header: people('post') }, day(t('leftColumn')), ...view.columns.map(day)];
  const rows = [...view.inPost.map(line(t('inPost'))), ...view.gone.map(line(t('gone')))];
  const format = formatIn(request);
  return download(`${project.slug}-${t('fileName')}`, format, tableStream(format, { name: t('title'), columns, rows }, language));
}
