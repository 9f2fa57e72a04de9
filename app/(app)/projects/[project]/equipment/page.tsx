import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CategoryTotals } from '@/components/equipment/category-totals';
import { DueChecks } from '@/components/equipment/due-checks';
import { EquipmentTable } from '@/components/equipment/equipment-table';
import { institutionChoices } from '@/components/people/choices';
import { ButtonLink } from '@/components/ui/button';
import { Filters, readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { dueChecks, equipmentTotals, listEquipment, useStates } from '@/lib/equipment/queries';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { withUnits } from '@/lib/institutions/rules';
import { openProject } from '@/lib/projects/queries';
import { addDays } from '@/lib/shared/dates';
import { equipmentCategories } from '@/lib/shared/vocabulary';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('equipment'))('title') };
}

export default async function EquipmentPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const given = readParams(await searchParams, ['q', 'category', 'institution', 'state', 'after', 'before']);
  const [tree, listed] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id)]);
  const institutionIds = given.institution && tree.byId.has(given.institution) ? [...withUnits(tree.nodes, given.institution)] : null;
  const filter = { q: given.q ?? '', institutionIds, category: equipmentCategories.find((one) => one === given.category) ?? null, state: useStates.find((one) => one === given.state) ?? null };
  const [page, totals, due] = await Promise.all([listEquipment(viewer, project, filter, given), equipmentTotals(viewer, project, filter), dueChecks(viewer, project, addDays(project.today, 30))]);
  const [t, words] = [await getTranslations('equipment'), await getTranslations('vocabulary')];
  const base = `/projects/${project.slug}`;
  const filters = [
    { name: 'q', label: t('search'), placeholder: t('searchHint') },
    { name: 'category', label: t('category'), options: equipmentCategories.map((value) => ({ value, label: words(`equipmentCategories.${value}`) })) },
    { name: 'institution', label: t('recipient'), options: institutionChoices(tree.nodes, listed) },
    { name: 'state', label: t('use'), options: useStates.map((value) => ({ value, label: t(`states.${value}`) })) },
  ];
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: base }]} action={project.may('records.write') && <ButtonLink href={`${base}/activities/equipment/new`} variant="primary" icon="plus">{t('record')}</ButtonLink>} />
      <Filters path={`${base}/equipment`} params={given} filters={filters} />
      <div className="grid grid-cols-1 gap-6">
        <EquipmentTable path={`${base}/equipment`} params={given} page={page} institutionName={tree.name} />
        <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <CategoryTotals path={`${base}/equipment`} params={given} totals={totals} asOf={project.today} />
          <DueChecks path={`${base}/equipment`} due={due} today={project.today} institutionName={tree.name} />
        </div>
      </div>
    </>
  );
}
