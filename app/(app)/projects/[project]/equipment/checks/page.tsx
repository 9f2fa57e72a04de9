import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DueList } from '@/components/checks/due-list';
import { institutionChoices } from '@/components/people/choices';
import { ButtonLink } from '@/components/ui/button';
import { Filters, readParams } from '@/components/ui/filters';
import { PageHeader } from '@/components/ui/page';
import { dueList } from '@/lib/equipment/queries/due';
import { attentionStates } from '@/lib/equipment/rules/checks';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { withUnits } from '@/lib/institutions/rules';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('checks'))('title') };
}

export default async function ChecksPage({ params, searchParams }: Props) {
  const { viewer, project } = await openProject((await params).project, 'records.read');
  const given = readParams(await searchParams, ['institution', 'state', 'after', 'before']);
  const [tree, listed, t] = [await institutionTree(viewer, await getLanguage()), await projectInstitutionList(viewer, project.id), await getTranslations('checks')];
  const institutionIds = given.institution && tree.byId.has(given.institution) ? [...withUnits(tree.nodes, given.institution)] : null;
  const due = await dueList(viewer, project, { institutionIds, attention: attentionStates.find((state) => state === given.state) ?? null }, given);
  const base = `/projects/${project.slug}/equipment`;
  const filters = [
    { name: 'state', label: t('state'), options: attentionStates.map((value) => ({ value, label: t(`states.${value}`, { n: due.counts[value] }) })) },
    { name: 'institution', label: t('institution'), options: institutionChoices(tree.nodes, listed) },
  ];
  const mayWrite = project.may('records.write');
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('intro', { months: project.checkMonths.join(', ') })}
        crumbs={[{ label: project.projectsId, href: `/projects/${project.slug}` }, { label: t('equipment'), href: base }]}
        action={mayWrite && <ButtonLink href={`${base}/checks/new`} variant="primary" icon="plus">{t('start')}</ButtonLink>}
      />
      <Filters path={`${base}/checks`} params={given} filters={filters} />
      <DueList base={base} params={given} due={due} mayWrite={mayWrite} institutionName={tree.name} />
    </>
  );
}
