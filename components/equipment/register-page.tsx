import { useTranslations } from 'next-intl';
import { ExportMenu } from '@/components/exports/export-menu';
import { institutionChoices } from '@/components/people/choices';
import { ButtonLink } from '@/components/ui/button';
import { Drawn } from '@/components/ui/drawn';
import { Filters, type Params } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import type { BudgetLine } from '@/lib/equipment/queries/budget';
import type { DueChecks as Due } from '@/lib/equipment/queries/checks';
import type { ItemOrder } from '@/lib/equipment/queries/conditions';
import type { ItemRow } from '@/lib/equipment/queries/register';
import type { CategoryTotal, PieceTotals } from '@/lib/equipment/queries/totals';
import { useStates } from '@/lib/equipment/rules/status';
import type { InstitutionTree, ProjectInstitution } from '@/lib/institutions/queries';
import type { ProjectView } from '@/lib/projects/queries';
import type { KeysetPage } from '@/lib/shared/cursor';
import { equipmentCategories, itemStatuses } from '@/lib/shared/vocabulary';
import { CategoryTotals } from './category-totals';
import { DueChecks } from './due-checks';
import { EquipmentTable } from './equipment-table';
import { PieceTotalTables } from './piece-totals';

type Props = {
  project: ProjectView;
  given: Params;
  by: ItemOrder;
  page: KeysetPage<ItemRow>;
  totals: CategoryTotal[];
  pieces: PieceTotals;
  due: Due;
  tree: InstitutionTree;
  listed: ProjectInstitution[];
  lines: BudgetLine[];
};

/** The equipment register with its filters, the list, and the totals of what is shown. */
export function RegisterPage({ project, given, by, page, totals, pieces, due, tree, listed, lines }: Props) {
  const [t, words] = [useTranslations('equipment'), useTranslations('vocabulary')];
  const base = `/projects/${project.slug}`;
  const path = `${base}/equipment`;
  const institutions = institutionChoices(tree.nodes, listed);
  const filters = [
    { name: 'q', label: t('search'), placeholder: t('searchHint') },
    { name: 'category', label: t('category'), options: equipmentCategories.map((value) => ({ value, label: words(`equipmentCategories.${value}`) })) },
    { name: 'status', label: t('status'), options: itemStatuses.map((value) => ({ value, label: words(`itemStatuses.${value}`) })) },
    { name: 'holder', label: t('heldBy'), options: [{ value: 'project', label: t('project') }, ...institutions] },
    { name: 'institution', label: t('recipient'), options: institutions },
    ...(lines.length > 0 ? [{ name: 'line', label: t('budgetLine'), options: lines.map((line) => ({ value: line.id, label: `${line.code} ${line.description}` })) }] : []),
    { name: 'state', label: t('lastCheck'), options: useStates.map((value) => ({ value, label: t(`states.${value}`) })) },
    { name: 'handed', label: t('counted'), options: [{ value: 'yes', label: t('countedYes') }] },
  ];
  const acts = (
    <>
      <ExportMenu project={project.slug} list="equipment" params={given} />
      <ButtonLink href={`${path}/budget`} icon="list">{t('budget')}</ButtonLink>
      {project.may('records.write') && <ButtonLink href={`${path}/import`} icon="upload">{t('import.button')}</ButtonLink>}
      {project.may('records.write') && <ButtonLink href={`${path}/new`} icon="plus">{t('addItem')}</ButtonLink>}
      {project.may('records.write') && <ButtonLink href={`${base}/activities/equipment/new`} variant="primary" icon="plus">{t('record')}</ButtonLink>}
    </>
  );
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} crumbs={[{ label: project.projectsId, href: base }]} action={acts} />
      <Filters path={path} params={given} filters={filters} keep={['sort']} />
      <Drawn className="grid grid-cols-1 gap-6">
        <EquipmentTable path={path} params={given} page={page} by={by} institutionName={tree.name} />
        <CategoryTotals path={path} params={given} totals={totals} asOf={project.today} />
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
          <PieceTotalTables path={path} params={given} totals={pieces} institutionName={tree.name} />
          <DueChecks path={path} due={due} today={project.today} institutionName={tree.name} />
        </div>
      </Drawn>
    </>
  );
}
