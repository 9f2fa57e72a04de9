import { getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import { readParams } from '@/components/ui/filters';
import { getViewer } from '@/lib/auth/viewer';
import { download, formatIn } from '@/lib/exchange/download';
import { tableStream } from '@/lib/exchange/write';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { listTrainers, type TrainerRow } from '@/lib/people/queries/trainers';
import { findProject } from '@/lib/projects/queries';

type Context = { params: Promise<{ project: string }> };

/** GET …/people/trainers/export?format&q&topic: the register of trainers as it is filtered on the screen. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await getViewer();
  const project = viewer && (await findProject(viewer, (await params).project));
  if (!viewer || !project?.may('people.read')) notFound();
  const [language, t, people] = [await getLanguage(), await getTranslations('trainers'), await getTranslations('people')];
  const { q = '', topic = null } = readParams(Object.fromEntries(new URL(request.url).searchParams), ['q', 'topic']);
  const [trainers, tree] = await Promise.all([listTrainers(viewer, project, { q, topic }), institutionTree(viewer, language)]);
  const number = (header: string) => ({ header, type: 'number' as const });
  const columns = [{ header: people('familyName') }, { header: people('givenName') }, { header: people('institution') }, { header: people('post') }, number(t('given')), { header: t('reference') }, number(people('hours')), number(t('trainees')), number(t('satisfaction')), number(t('satisfactionN')), { header: t('last'), type: 'date' as const }, { header: t('topics') }];
  const line = (row: TrainerRow) => [
    ...[row.anonymised ? people('anonymised') : row.familyName, row.givenName, tree.name(row.institutionId), row.post],
    ...[row.given.length, row.given.map(({ reference }) => reference).join(', '), row.hours, row.trainees, row.satisfaction && Math.round(row.satisfaction.mean * 100) / 100, row.satisfaction?.n ?? null],
    ...[row.given[0]?.date ?? null, row.topics.join(', ')],
  ];
  const format = formatIn(request);
  return download(`${project.slug}-${t('fileName')}`, format, tableStream(format, { name: t('title'), columns, rows: trainers.map(line) }, language));
}
