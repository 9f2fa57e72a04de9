import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { institutionChoices } from '@/components/people/choices';
import { CountingSettings } from '@/components/settings/counting';
import { SettingsHeader } from '@/components/settings/header';
import { ProjectInstitutions } from '@/components/settings/institutions';
import { Members } from '@/components/settings/members';
import { Periods } from '@/components/settings/periods';
import { ProjectFacts } from '@/components/settings/project-facts';
import { Messages } from '@/lib/i18n/client';
import { getLanguage } from '@/lib/i18n/server';
import { institutionTree, projectInstitutionList } from '@/lib/institutions/queries';
import { listPeriods, openProject } from '@/lib/projects/queries';
import { listMembers } from '@/lib/users/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

export default async function SettingsPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'settings.read');
  const [tree, listed, periods, members] = await Promise.all([institutionTree(viewer, await getLanguage()), projectInstitutionList(viewer, project.id), listPeriods(viewer, project.id), listMembers(viewer, project.id)]);
  const mayWrite = project.may('plan.write');
  return (
    <>
      <SettingsHeader project={project} tab="settings" />
      <Messages namespaces={['settings', 'forms', 'errors', 'vocabulary', 'common']}>
        <div className="grid grid-cols-1 gap-6">
          {!mayWrite && <ReadOnlyNote />}
          <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-2">
            <ProjectFacts project={project} />
            <CountingSettings project={project} mayWrite={mayWrite} />
          </div>
          <Periods project={project} periods={periods} mayWrite={mayWrite} mayClose={project.may('periods.close')} />
          <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-2">
            <Members projectId={project.id} members={members} mayWrite={mayWrite} />
            <ProjectInstitutions projectId={project.id} listed={listed} name={tree.name} choices={institutionChoices(tree.nodes, [])} mayWrite={mayWrite} />
          </div>
        </div>
      </Messages>
    </>
  );
}

async function ReadOnlyNote() {
  return <p className="text-soft">{(await getTranslations('settings'))('readOnly')}</p>;
}
