import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ItemFormPage } from '@/components/equipment/item-form-page';
import { listBudgetLines } from '@/lib/equipment/queries/budget';
import { itemChoices } from '@/lib/equipment/queries/choices';
import { findItem } from '@/lib/equipment/queries/item';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; item: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('equipment'))('edit') };
}

export default async function EditItemPage({ params }: Props) {
  const { project: slug, item: id } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const [item, lines, choices] = await Promise.all([findItem(viewer, project, id), listBudgetLines(viewer, project), itemChoices(viewer, project)]);
  if (!item) notFound();
  return <ItemFormPage project={project} item={item} lines={lines} {...choices} />;
}
