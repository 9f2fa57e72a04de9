import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RegisterPage } from '@/components/equipment/register-page';
import { DonorEquipment } from '@/components/equipment/donor-equipment';
import { readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { listBudgetLines } from '@/lib/equipment/queries/budget';
import { dueChecks } from '@/lib/equipment/queries/checks';
import { equipmentFilter } from '@/lib/equipment/queries/conditions';
import { listEquipment } from '@/lib/equipment/queries/register';
import { equipmentForDonor, equipmentTotals, pieceTotals } from '@/lib/equipment/queries/totals';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';
import { addDays } from '@/lib/shared/dates';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('equipment'))('title') };
}

export default async function EquipmentPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'figures.read');
  if (!project.may('records.read')) return <ForDonor lines={await equipmentForDonor(viewer, project)} project={project} />;
  const given = readParams(await searchParams, ['q', 'category', 'status', 'institution', 'holder', 'line', 'state', 'handed', 'sort', 'after', 'before']);
  const [tree, listed, lines] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id), listBudgetLines(viewer, project)]);
  const filter = equipmentFilter(given, tree);
  const [page, totals, pieces, due] = await Promise.all([listEquipment(viewer, project, filter, given), equipmentTotals(viewer, project, filter), pieceTotals(viewer, project, filter), dueChecks(viewer, project, addDays(project.today, 30))]);
  return <RegisterPage project={project} given={given} by={filter.by ?? { sort: 'tag', order: 'asc' }} page={page} totals={totals} pieces={pieces} due={due} tree={tree} listed={listed} lines={lines} />;
}

async function ForDonor({ lines, project }: { lines: Awaited<ReturnType<typeof equipmentForDonor>>; project: { slug: string; projectsId: string; today: string } }) {
  const t = await getTranslations('equipment');
  return (
    <>
      <PageHeader title={t('title')} meta={t('donorIntro')} crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }]} />
      <DonorEquipment lines={lines} asOf={project.today} />
    </>
  );
}
