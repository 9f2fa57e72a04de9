import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { BudgetLineForm } from '@/components/equipment/budget-line-form';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { PageHeader } from '@/components/ui/page';
import { deleteBudgetLineAction } from '@/lib/equipment/actions';
import { type BudgetLine, listBudgetLines } from '@/lib/equipment/queries/budget';
import { Messages } from '@/lib/i18n/client';
import { openProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';

type Props = { params: Promise<{ project: string; line: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('equipment'))('budgetLine') };
}

export default async function BudgetLinePage({ params }: Props) {
  const { project: slug, line: id } = await params;
  const { viewer, project } = await openProject(slug, 'plan.write');
  const line = (await listBudgetLines(viewer, project)).find((one) => one.id === id) ?? null;
  if (!line && id !== 'new') notFound();
  const [t, common, errors] = [await getTranslations('equipment'), await getTranslations('common'), await getTranslations('errors')];
  const base = `/projects/${project.slug}`;
  const path = `${base}/equipment/budget`;
  const remove = line && <ConfirmButton label={common('delete')} title={t('deleteLine', { code: line.code })} cancelLabel={common('cancel')} failedText={errors('network')} action={deleteBudgetLineAction} input={{ projectId: project.id, lineId: line.id, version: line.version }} variant="danger" icon="trash" then={path} />;
  return (
    <>
      <PageHeader title={line ? t('editLine', { code: line.code }) : t('addLine')} crumbs={[{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/equipment` }, { label: t('budget'), href: path }]} action={remove} />
      <Messages namespaces={['equipment', 'forms', 'errors', 'common']}>
        <BudgetLineForm path={path} values={valuesOf(project.id, line)} />
      </Messages>
    </>
  );
}

const text = (value: string | number | null | undefined) => (value == null ? '' : String(value));
function valuesOf(projectId: string, line: BudgetLine | null) {
  const { code, description, approvedQuantity, approvedAmount, currency, usdRate, differenceReason } = line ?? {};
  return { projectId, id: line?.id ?? newId(), version: line?.version ?? null, code: text(code), description: text(description), approvedQuantity: text(approvedQuantity), approvedAmount: text(approvedAmount), currency: text(currency), usdRate: text(usdRate), differenceReason: text(differenceReason) };
}
