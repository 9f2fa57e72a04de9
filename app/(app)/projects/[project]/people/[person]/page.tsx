import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PersonCertificates } from '@/components/certificates/person-certificates';
import { PersonFollowUps } from '@/components/learning/person-follow-ups';
import { PersonActivities } from '@/components/people/person-activities';
import { PersonActs } from '@/components/people/person-acts';
import { PersonFacts } from '@/components/people/person-facts';
import { PersonHistory } from '@/components/people/person-history';
import { PersonPosts } from '@/components/people/person-posts';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page';
import { certificatesOfPerson } from '@/lib/certificates/queries';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree } from '@/lib/institutions/queries';
import { followUpsOfPerson } from '@/lib/learning/queries/follow-ups';
import { mergedInto } from '@/lib/people/queries/duplicates';
import { personHistory } from '@/lib/people/queries/history';
import { findPerson } from '@/lib/people/queries/person';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; person: string }> };

// The browser's history and title bar are no place for a name.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('person') };
}

export default async function PersonPage({ params }: Props) {
  const { project: slug, person: id } = await params;
  const { viewer, project } = await openProject(slug, 'people.read');
  const [person, certificates, followUps, tree, t] = await Promise.all([findPerson(viewer, project, id), certificatesOfPerson(viewer, project.id, id), followUpsOfPerson(viewer, project, id), institutionTree(viewer, await getLanguage()), getTranslations('people')]);
  const base = `/projects/${project.slug}`;
  if (!person) {
    const kept = await mergedInto(viewer, project, id);
    if (kept) redirect(`${base}/people/${kept}`);
    notFound();
  }
  const changes = await personHistory(viewer, project, person.id);
  const own = `${base}/people/${person.id}`;
  const crumbs = [{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/people` }];
  const mayEdit = project.may('records.write') && !person.anonymised;
  const acts = !person.anonymised && <PersonActs base={own} projectId={project.id} personId={person.id} mayExport={project.may('people.export')} mayAnonymise={project.may('people.anonymise')} />;
  return (
    <>
      <PageHeader title={person.anonymised ? t('anonymised') : `${person.givenName} ${person.familyName}`} crumbs={crumbs} action={mayEdit && <ButtonLink href={`${own}/edit`} icon="edit">{t('edit')}</ButtonLink>} />
      <div className="grid grid-cols-1 gap-6">
        <PersonFacts person={person} today={project.today} acts={acts}>
          <PersonPosts posts={person.posts} base={own} mayEdit={mayEdit} institutionName={tree.name} />
        </PersonFacts>
        <PersonActivities base={`${base}/activities`} activities={person.activities} threshold={Number(project.attendanceThreshold)} />
        {followUps.length > 0 && <PersonFollowUps base={base} today={project.today} followUps={followUps} />}
        {certificates.length > 0 && <PersonCertificates project={project} certificates={certificates} />}
        <PersonHistory changes={changes} timeZone={project.timeZone} />
      </div>
    </>
  );
}
