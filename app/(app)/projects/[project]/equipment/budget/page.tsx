import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BudgetTable } from '@/components/equipment/budget-table';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { deliveryByLine, listBudgetLines } from '@/lib/equipment/queries/budget';
import { compareBudget } from '@/lib/equipment/rules/budget';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('equipment'))('budgetTitle') };
}

export default async function BudgetPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const [lines, deliveries, t] = await Promise.all([listBudgetLines(viewer, project), deliveryByLine(viewer, project), getTranslations('equipment')]);
  const base = `/projects/${project.slug}`;
  const path = `${base}/equipment`;
  const mayPlan = project.may('plan.write');
  return (
    <>
      <PageHeader
        title={t('budgetTitle')}
        meta={t('budgetIntro')}
        crumbs={[{ label: project.projectsId, href: base }, { label: t('title'), href: path }]}
        action={mayPlan && <ButtonLink href={`${path}/budget/new`} variant="primary" icon="plus">{t('addLine')}</ButtonLink>}
      />
      <BudgetTable path={path} lines={compareBudget(lines, deliveries)} outside={deliveries.find((one) => one.lineId === null) ?? null} mayPlan={mayPlan} />
    </>
  );
}
