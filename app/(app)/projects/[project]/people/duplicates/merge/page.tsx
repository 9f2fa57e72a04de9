import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { MergeForm } from '@/components/people/merge-form';
import { fieldsToCompare } from '@/components/people/merge-fields';
import { MergeMoves } from '@/components/people/merge-moves';
import { MergeShared } from '@/components/people/merge-shared';
import { ButtonLink } from '@/components/ui/button';
import { Banner } from '@/components/ui/feedback';
import { readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { mergePreview } from '@/lib/people/queries/merge';
import { openProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('duplicates.merge'))('title') };
}

export default async function MergePage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'people.merge');
  const { keep = '', merge = '' } = readParams(await searchParams, ['keep', 'merge']);
  const [preview, tree, t] = await Promise.all([mergePreview(viewer, project, keep, merge), institutionTree(viewer, await getLanguage()), getTranslations('duplicates')]);
  if (!preview) notFound();
  const base = `/projects/${project.slug}/people`;
  const crumbs = [{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: t('title'), href: `${base}/duplicates` }];
  const ids = { projectId: project.id, id: newId(), keptId: keep, keptVersion: preview.kept.version, mergedId: merge, mergedVersion: preview.merged.version };
  const fields = fieldsToCompare(preview, tree.name);
  return (
    <>
      <PageHeader title={t('merge.title')} crumbs={crumbs} meta={t('merge.intro')} action={<ButtonLink href={`${base}/duplicates/merge?keep=${merge}&merge=${keep}`} icon="undo">{t('merge.swap')}</ButtonLink>} />
      {preview.obstacle && <div className="mb-6"><Banner kind="warning" title={t('merge.blocked')}>{t(`merge.${preview.obstacle}`)}</Banner></div>}
      <Messages namespaces={['duplicates', 'people', 'forms', 'errors', 'common']}>
        <MergeForm base={base} ids={ids} fields={fields} blocked={preview.obstacle !== null}>
          <MergeMoves preview={preview} />
          <MergeShared shared={preview.shared} base={`/projects/${project.slug}/activities`} />
        </MergeForm>
      </Messages>
    </>
  );
}
