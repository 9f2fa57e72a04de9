import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { QuestionnaireSettings } from '@/components/learning/questionnaire-settings';
import { SettingsHeader } from '@/components/settings/header';
import { Messages } from '@/lib/i18n/client';
import { questionnaireOf } from '@/lib/learning/queries/questionnaire';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('learning.questionnaire'))('title') };
}

export default async function QuestionnaireSettingsPage({ params }: Props) {
  const { viewer, project } = await openProject((await params).project, 'settings.read');
  const items = await questionnaireOf(viewer, project.id);
  return (
    <>
      <SettingsHeader project={project} tab="questionnaire" />
      <Messages namespaces={['learning', 'forms', 'errors', 'common']}>
        <QuestionnaireSettings projectId={project.id} items={items} mayWrite={project.may('plan.write')} />
      </Messages>
    </>
  );
}
