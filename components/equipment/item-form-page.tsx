import { useTranslations } from 'next-intl';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { PageHeader } from '@/components/ui/page';
import { deleteItemAction } from '@/lib/equipment/actions';
import type { BudgetLine } from '@/lib/equipment/queries/budget';
import type { ItemView } from '@/lib/equipment/queries/item';
import { Messages } from '@/lib/i18n/client';
import { newId } from '@/lib/shared/ids';
import { ItemForm, type ItemFormValues } from './item-form';

type Props = {
  project: { id: string; slug: string; projectsId: string };
  /** null: a new one */
  item: ItemView | null;
  lines: BudgetLine[];
  outputs: { id: string; code: string; statement: string }[];
  topics: string[];
};

/** The page around the form of an item, new or known. */
export function ItemFormPage({ project, item, lines, outputs, topics }: Props) {
  const [t, common, errors] = [useTranslations('equipment'), useTranslations('common'), useTranslations('errors')];
  const base = `/projects/${project.slug}`;
  const path = `${base}/equipment`;
  const crumbs = [{ label: project.projectsId, href: base }, { label: t('title'), href: path }, ...(item ? [{ label: item.assetTag, href: `${path}/${item.id}` }] : [])];
  // What a training no longer has among its topics may still be required here.
  const known = [...new Set([...topics, ...(item?.requiredTopic ? [item.requiredTopic] : [])])];
  const remove = item && !item.reference && (
    <ConfirmButton label={common('delete')} title={t('deleteTitle', { tag: item.assetTag })} body={t('deleteBody')} cancelLabel={common('cancel')} failedText={errors('network')} action={deleteItemAction} input={{ projectId: project.id, itemId: item.id, version: item.version }} variant="danger" icon="trash" then={path} />
  );
  return (
    <>
      <PageHeader title={item ? t('editItem', { name: item.description }) : t('addItem')} crumbs={crumbs} action={remove} />
      <Messages namespaces={['equipment', 'forms', 'errors', 'common', 'vocabulary']}>
        <ItemForm
          path={path}
          values={valuesOf(project.id, item)}
          locked={item?.reviewState === 'approved'}
          lines={lines.map((line) => ({ value: line.id, label: `${line.code} ${line.description}` }))}
          outputs={outputs.map((output) => ({ value: output.id, label: `${output.code} ${output.statement}` }))}
          topics={known}
        />
      </Messages>
    </>
  );
}

const empty = { description: '', category: '', make: '', model: '', serialNumber: '', quantity: '1', value: '', currency: '', usdRate: '', supplier: '', orderNumber: '', purchasedOn: '', warrantyEnd: '', deliveredOn: '', budgetLineId: '', resultId: '', requiredTopic: '' };

function valuesOf(projectId: string, item: ItemView | null): ItemFormValues {
  if (!item) return { projectId, id: newId(), version: null, ...empty };
  const text = (value: string | number | null) => (value === null ? '' : String(value));
  const known = Object.fromEntries(Object.keys(empty).map((name) => [name, text(item[name as keyof typeof empty] as string | number | null)])) as typeof empty;
  return { projectId, id: item.id, version: item.version, ...known };
}
