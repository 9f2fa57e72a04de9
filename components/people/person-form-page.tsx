import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/ui/page';
import { Messages } from '@/lib/i18n/client';
import type { InstitutionNode, ProjectInstitution } from '@/lib/institutions/queries';
import type { PersonView } from '@/lib/people/queries/person';
import { newId } from '@/lib/shared/ids';
import { institutionChoices } from './choices';
import { PersonForm, type PersonFormValues } from './person-form';

type Props = { project: { id: string; slug: string; projectsId: string; retentionMonths: number }; person: PersonView | null; nodes: InstitutionNode[]; listed: ProjectInstitution[] };

/** The page around the form of a person, new or known. */
export function PersonFormPage({ project, person, nodes, listed }: Props) {
  const t = useTranslations('people');
  const base = `/projects/${project.slug}`;
  const crumbs = [{ label: project.projectsId, href: base }, { label: t('title'), href: `${base}/people` }];
  return (
    <>
      <PageHeader title={person ? t('editTitle', { name: `${person.givenName} ${person.familyName}` }) : t('add')} crumbs={person ? [...crumbs, { label: `${person.givenName} ${person.familyName}`, href: `${base}/people/${person.id}` }] : crumbs} />
      <Messages namespaces={['people', 'forms', 'errors', 'common']}>
        <PersonForm retentionMonths={project.retentionMonths} path={`${base}/people`} values={valuesOf(project.id, person)} institutions={institutionChoices(nodes, person?.posts[0] ? [...listed, person.posts[0]] : listed)} />
      </Messages>
    </>
  );
}

function valuesOf(projectId: string, person: PersonView | null): PersonFormValues {
  if (!person) return { projectId, id: newId(), version: null, givenName: '', familyName: '', sex: '', birthYear: '', institutionId: '', post: '', rank: '', email: '', phone: '', lawfulBasis: '', consentOn: '', retainUntil: '' };
  const present = person.posts.find((post) => post.to === null);
  const { id, version, givenName, familyName, sex, birthYear, rank, email, phone, lawfulBasis, consentOn, retainUntil } = person;
  const text = (value: string | number | null | undefined) => (value == null ? '' : String(value));
  return { projectId, id, version, givenName, familyName, sex, birthYear: text(birthYear), institutionId: text(present?.institutionId), post: text(present?.post), rank: text(rank), email: text(email), phone: text(phone), lawfulBasis: text(lawfulBasis), consentOn: text(consentOn), retainUntil: text(retainUntil) };
}
