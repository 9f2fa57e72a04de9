import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { institutionChoices } from '@/components/people/choices';
import { RosterImportPage } from '@/components/people/roster/import-page';
import { getLanguage } from '@/lib/i18n/server';
import { findImport } from '@/lib/imports/queries';
import { isRosterKind } from '@/lib/imports/rules';
import { institutionTree } from '@/lib/institutions/queries';
import { previewRoster } from '@/lib/people/queries/roster';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; import: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('previewTitle') };
}

export default async function ImportPage({ params }: Props) {
  const { project: slug, import: importId } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const [list, tree] = await Promise.all([findImport(viewer, project, importId, new Date()), institutionTree(viewer, await getLanguage())]);
  if (!list || !isRosterKind(list.kind)) notFound();
  const plan = await previewRoster(viewer, project, { activityId: list.activity?.id ?? null, rows: list.rows });
  if (!plan) notFound();
  return <RosterImportPage project={project} list={list} plan={plan} institution={tree.name} institutions={institutionChoices(tree.nodes, [])} />;
}
