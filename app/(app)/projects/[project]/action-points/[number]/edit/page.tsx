import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EditActionPointForm } from '@/components/action-points/edit-form';
import { choicesWithOthers } from '@/components/people/choices';
import { Banner } from '@/components/ui/feedback';
import { TextLink } from '@/components/ui/link';
import { PageHeader } from '@/components/ui/page';
import { findActionPoint } from '@/lib/action-points/queries/point';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await getTranslations('actionPoints'))('editOf', { n: (await params).number }) };
}

export default async function EditActionPointPage({ params }: Props) {
  const { project: slug, number } = await params;
  const { viewer, project } = await openProject(slug, 'records.write');
  const point = /^\d{1,6}$/.test(number) ? await findActionPoint(viewer, project, Number(number)) : null;
  if (!point) notFound();
  const [tree, listed, t] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id), getTranslations('actionPoints')]);
  const base = `/projects/${project.slug}`;
  const path = `${base}/action-points/${point.number}`;
  const ofMeeting = point.agreedKind === 'meeting';
  const closed = ofMeeting || point.status === 'verified' || point.status === 'dropped';
  const { id: actionPointId, version, text, institutionId, personId, dueDate, priority, involved: involvedIds, confirmations } = point;
  const values = { projectId: project.id, actionPointId, version, text, institutionId: institutionId ?? '', personId: personId ?? '', dueDate: dueDate ?? '', priority, involvedIds, confirmations };
  const crumbs = [{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/action-points` }, { label: t('pointNumber', { n: point.number }), href: path }];
  return (
    <>
      <PageHeader title={t('editOf', { n: point.number })} meta={t('editHint')} crumbs={crumbs} />
      {closed ? (
        <Banner>{ofMeeting ? <>{t('ofMeeting')} <TextLink href={`${base}/activities/${point.reference}/edit`}>{point.reference}</TextLink></> : t('settled')}</Banner>
      ) : (
        <Messages namespaces={['actionPoints', 'guard', 'forms', 'errors', 'vocabulary', 'common']}>
          <EditActionPointForm path={path} values={values} person={point.person} institutions={{ ...choicesWithOthers(tree.nodes, listed, t('notOnProject')), mayAdd: project.may('plan.write') }} />
        </Messages>
      )}
    </>
  );
}
