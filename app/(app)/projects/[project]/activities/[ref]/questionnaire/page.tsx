import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { QuestionnairePage } from '@/components/learning/questionnaire-page';
import { findActivity } from '@/lib/activities/queries/record';
import { getLanguage } from '@/lib/i18n/server';
import { questionnaireOf } from '@/lib/learning/queries/questionnaire';
import { learningOf } from '@/lib/learning/queries/record';
import { listLinks } from '@/lib/links/queries';
import { openProject } from '@/lib/projects/queries';

type Props = { params: Promise<{ project: string; ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `${(await getTranslations('learning.questionnaire'))('title')} ${(await params).ref}` };
}

export default async function ActivityQuestionnairePage({ params }: Props) {
  const { project: slug, ref } = await params;
  const { viewer, project } = await openProject(slug, 'records.read');
  const record = await findActivity(viewer, project, ref);
  if (record?.kind !== 'training') notFound();
  const language = await getLanguage();
  const [items, learning, [link]] = await Promise.all([questionnaireOf(viewer, project.id), learningOf(viewer, project, record.id, language), listLinks(viewer, project.id, ['questionnaire'], [record.id])]);
  if (!learning) notFound();
  return <QuestionnairePage project={project} record={record} items={items} language={language} satisfaction={learning.satisfaction} link={link ?? null} mayWrite={project.may('records.write')} />;
}
