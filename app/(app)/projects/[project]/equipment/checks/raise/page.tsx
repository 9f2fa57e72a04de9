import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { RaiseForm } from '@/components/checks/raise-form';
import { institutionChoices } from '@/components/people/choices';
import { PageHeader } from '@/components/ui/page';
import { itemsToCheck } from '@/lib/equipment/queries/due';
import { Messages } from '@/lib/i18n/client';
import { getFormat, getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';
import { addDays } from '@/lib/shared/dates';
import { newId } from '@/lib/shared/ids';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<{ item?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('checks'))('raise') };
}

export default async function RaisePage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.write');
  const [item] = await itemsToCheck(viewer, project, [(await searchParams).item ?? []].flat().slice(0, 1));
  if (!item) notFound();
  const [tree, listed, t, format] = [await institutionTree(viewer, await getLanguage()), await projectInstitutionList(viewer, project.id), await getTranslations('checks'), await getFormat()];
  const failed = item.attention.includes('failed');
  const why = failed ? 'raiseFailed' : item.attention.includes('overdue') ? 'raiseOverdue' : 'raiseOther';
  const text = t(why, { item: `${item.assetTag} ${item.description}`, date: format.date(failed ? (item.latest?.checkedOn ?? null) : item.due) });
  const base = `/projects/${project.slug}`;
  const path = `${base}/equipment/checks`;
  const values = { projectId: project.id, id: newId(), itemId: item.id, text, institutionId: item.recipientId ?? '', personId: '', dueDate: addDays(project.today, 14), priority: 'high' as const };
  return (
    <>
      <PageHeader title={t('raise')} context={item.assetTag} meta={t('raiseHint')} crumbs={[{ label: project.projectsId, href: base }, { label: t('equipment'), href: `${base}/equipment` }, { label: t('title'), href: path }]} />
      <Messages namespaces={['actionPoints', 'guard', 'forms', 'errors', 'vocabulary', 'common']}>
        <RaiseForm path={path} values={values} institutions={institutionChoices(tree.nodes, listed)} />
      </Messages>
    </>
  );
}
