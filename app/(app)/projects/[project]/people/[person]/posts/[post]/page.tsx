import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { institutionChoices } from '@/components/people/choices';
import { PostForm } from '@/components/people/post-form';
import { ConfirmButton } from '@/components/ui/confirm-button';
import { PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { removePostAction } from '@/lib/people/actions';
import { findPerson } from '@/lib/people/queries/person';
import { openProject } from '@/lib/projects/queries';
import { newId } from '@/lib/shared/ids';

type Props = { params: Promise<{ project: string; person: string; post: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('postTitle') };
}

export default async function PostPage({ params }: Props) {
  const { project: slug, person: personId, post: postId } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const [person, tree, listed, t, common] = await Promise.all([findPerson(viewer, project, personId), institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id), getTranslations('people'), getTranslations('common')]);
  const post = person?.posts.find(({ id }) => id === postId);
  if (!person || person.anonymised || (postId !== 'new' && !post)) notFound();
  const back = `/projects/${project.slug}/people/${person.id}`;
  const crumbs = [{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: t('title'), href: `/projects/${project.slug}/people` }, { label: `${person.givenName} ${person.familyName}`, href: back }];
  const ids = { projectId: project.id, personId: person.id };
  const values = post ? { ...ids, id: post.id, version: post.version, institutionId: post.institutionId, post: post.post ?? '', fromDate: post.from ?? '', toDate: post.to ?? '' } : { ...ids, id: newId(), version: null, institutionId: '', post: '', fromDate: '', toDate: '' };
  const remove = post && <ConfirmButton label={t('removePost')} title={t('removePost')} body={t('removePostBody')} cancelLabel={common('cancel')} failedText={common('failed')} action={removePostAction} input={{ ...ids, id: post.id, version: post.version }} then={back} variant="ghost" icon="trash" />;
  return (
    <>
      <PageHeader title={post ? t('editPost') : t('addPost')} crumbs={crumbs} action={remove} />
      <Messages namespaces={['people', 'forms', 'errors', 'common']}>
        <PostForm back={back} values={values} today={project.today} institutions={institutionChoices(tree.nodes, post ? [...listed, post] : listed)} />
      </Messages>
    </>
  );
}
