import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ItemFormPage } from '@/components/equipment/item-form-page';
import { listBudgetLines } from '@/lib/equipment/queries/budget';
import { itemChoices } from '@/lib/equipment/queries/choices';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('equipment'))('addItem') };
}

export default async function NewItemPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.write');
  const [lines, choices] = await Promise.all([listBudgetLines(viewer, project), itemChoices(viewer, project)]);
  return <ItemFormPage project={project} item={null} lines={lines} {...choices} />;
}
