import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { institutionChoices } from '@/components/people/choices';
import { PeopleTable } from '@/components/people/people-table';
import { ButtonLink } from '@/components/ui/button';
import { Filters, readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { withUnits } from '@/lib/institutions/rules';
import { listPeople } from '@/lib/people/queries';
import { openProject } from '@/lib/projects/queries';
import { sexes } from '@/lib/shared/vocabulary';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('people'))('title') };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'people.read');
  const given = readParams(await searchParams, ['q', 'institution', 'sex', 'trained', 'after', 'before']);
  const [tree, listed] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id)]);
  const institution = given.institution && tree.byId.has(given.institution) ? [...withUnits(tree.nodes, given.institution)] : null;
  const filter = { q: given.q ?? '', institutionIds: institution, sex: sexes.find((sex) => sex === given.sex) ?? null, trained: given.trained ? given.trained === 'yes' : null };
  const page = await listPeople(viewer, project, filter, { after: given.after, before: given.before });
  const t = await getTranslations('people');
  const path = `/projects/${project.slug}/people`;
  const filters = [
    { name: 'q', label: t('search'), placeholder: t('searchHint') },
    { name: 'institution', label: t('institution'), options: institutionChoices(tree.nodes, listed) },
    { name: 'sex', label: t('sex'), options: sexes.map((value) => ({ value, label: t(`sexes.${value}`) })) },
    { name: 'trained', label: t('trained'), options: [{ value: 'yes', label: t('trainedYes') }, { value: 'no', label: t('trainedNo') }] },
  ];
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }]}
        meta={t('intro')}
        action={project.may('records.write') && <ButtonLink href={`${path}/new`} variant="primary" icon="plus">{t('add')}</ButtonLink>}
      />
      <Filters path={path} params={given} filters={filters} />
      <PeopleTable path={path} params={given} page={page} threshold={Number(project.attendanceThreshold)} institutionName={tree.name} />
    </>
  );
}
